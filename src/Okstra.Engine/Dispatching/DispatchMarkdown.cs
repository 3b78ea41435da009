using System.Text;
using Okstra.Core.Findings;
using Okstra.Core.Workers;

namespace Okstra.Engine.Dispatching;

/// <summary>A worker's result for people, beside its JSON; nothing reads it back.</summary>
public static class DispatchMarkdown
{
    public static string Render(DispatchDocument document)
    {
        var text = new StringBuilder();
        text.Append($"# {document.Role}: {document.Status.Token()}\n\n");
        text.Append($"Task: {document.TaskKey} · {document.TaskType} · run {document.Seq} · round {document.Round}\n\n");
        if (document.Reason is { } reason)
        {
            text.Append($"Reason: {Cell(reason)}\n\n");
        }

        if (document.Answer is { } answer)
        {
            text.Append($"{Cell(answer.Summary)}\n\nKey finding: {Cell(answer.KeyFinding)}\n\n");
            foreach (var finding in answer.Findings)
            {
                text.Append($"## {Cell(finding.Id)} {Cell(finding.Title)}\n\n{Cell(finding.Claim)}\n\n");
                Append(text, finding.Evidence);
            }
        }

        foreach (var vote in document.Votes?.Votes ?? [])
        {
            text.Append($"## {Cell(vote.FindingId)}: {vote.Vote}\n\n{Cell(vote.Reason)}\n\n");
            Append(text, vote.Citations);
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, IReadOnlyList<Citation> citations)
    {
        foreach (var citation in citations)
        {
            var place = citation switch
            {
                Citation.File file => $"{file.Path}:{file.StartLine}-{file.EndLine}",
                Citation.Commit commit => $"commit {commit.Sha}",
                Citation.Command command => $"command {string.Join(' ', command.Argv)} (exit {command.ExitCode})",
                Citation.Mcp mcp => $"{mcp.Server}.{mcp.Table}",
                _ => "",
            };
            text.Append($"- {Cell(place)}: {Cell(citation.Quote)}\n");
        }

        if (citations.Count > 0)
        {
            text.Append('\n');
        }
    }

    // Workers' words must not become headings, tables or HTML of this page.
    private static string Cell(string words) => Core.Text.SafeText.OneLine(words, 2000).Replace("<", "&lt;", StringComparison.Ordinal).TrimStart('#', ' ');
}
