using System.Text;
using Okstra.Core.Convergence;

namespace Okstra.Engine.Prompts;

/// <summary>One claim of a re-verification batch.</summary>
internal static class ClaimBlock
{
    public static string Render(VerificationItem item)
    {
        var block = new StringBuilder();
        block.Append($"### {item.Id}\n\n{Task(item.Role)}\n\n");
        block.Append(DataFence.Around("claim", $"{item.Title}\nkind: {item.Kind}; severity: {item.Severity.ToString().ToLowerInvariant()}\n\n{item.Claim}"));
        block.Append("\n\nEvidence given for it:\n\n");
        block.Append(item.Evidence.Count == 0 ? "(none)" : string.Join("\n\n", item.Evidence.Select(WorkerBlocks.Citation)));
        foreach (var position in item.Positions)
        {
            block.Append($"\n\nAn argument {(position.Against ? "against" : "for")} it, from the round before:\n\n{DataFence.Around("argument", position.Argument)}");
            if (position.Citations.Count > 0)
            {
                block.Append($"\n\n{string.Join("\n\n", position.Citations.Select(WorkerBlocks.Citation))}");
            }
        }

        return block.ToString();
    }

    private static string Task(AskRole role) => role switch
    {
        AskRole.Refute => "Try to refute it. Vote `AGREE` only if you cannot and have found evidence of your own for it; `DISAGREE` with counter-evidence; otherwise `UNVERIFIABLE`.",
        AskRole.Reconsider => "You doubted or disputed it before. Look again in the light of the evidence: substantiate your objection with a citation (`DISAGREE`), or change your vote (`AGREE` with a citation, or `UNVERIFIABLE`).",
        AskRole.RespondToVeto => "You support it, and there is counter-evidence. Answer `WITHDRAW` if that evidence defeats it, or `MAINTAIN` with a citation that shows why it does not.",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "not a role"),
    };
}
