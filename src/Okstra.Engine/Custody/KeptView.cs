using Okstra.Processes.Custody;

namespace Okstra.Engine.Custody;

/// <summary>One kept commit for people and scripts.</summary>
/// <param name="Ref">Full ref name.</param>
/// <param name="Commit">Full id.</param>
/// <param name="At">UTC, ISO-8601.</param>
/// <param name="What">What HEAD was, and at which commit.</param>
public sealed record KeptView(string Ref, string Commit, string At, string What)
{
    private const int ShortId = 12;

    public static KeptView Of(KeptWork kept)
    {
        var message = kept.Message;
        var name = message.HeadRef?.Replace("refs/heads/", "", StringComparison.Ordinal);
        var on = message.Head switch
        {
            Core.Custody.HeadKind.Branch => $"branch {name}",
            Core.Custody.HeadKind.Unborn => $"branch {name} without a commit",
            _ => "detached HEAD",
        };
        return new KeptView(kept.Ref, kept.Commit, message.At, message.Tip is { } tip ? $"{on} at {tip[..ShortId]}{(message.Index is null ? "" : ", with staged changes")}" : on);
    }
}
