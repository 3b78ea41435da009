using Okstra.Core.Problems;

namespace Okstra.Processes.Git;

/// <summary>Merges commits inside the object database: no worktree, no index, no ref is touched, no hook runs.</summary>
public sealed class MergeTree(GitRepository repository)
{
    private const int ConflictsFound = 1;
    private const string NoCommonHistory = "unrelated histories";
    private const string ConflictMark = "CONFLICT";

    /// <summary>Merges two commits by their merge base or bases, as <c>git merge</c> would.</summary>
    /// <param name="ours">Full id.</param>
    /// <param name="theirs">Full id.</param>
    /// <param name="cancellationToken">Ends git.</param>
    /// <exception cref="UserErrorException">Git could not read the commits.</exception>
    public async Task<MergedTree> MergeAsync(string ours, string theirs, CancellationToken cancellationToken)
    {
        if (!GitObjectId.IsFull(ours) || !GitObjectId.IsFull(theirs))
        {
            throw new ArgumentException($"'{ours}' and '{theirs}' must be full commit ids", nameof(ours));
        }

        string[] arguments = ["merge-tree", "--write-tree", "--name-only", "--messages", "-z", ours, theirs];
        var result = await repository.Git.RunAsync(repository.Root, arguments, cancellationToken);
        if (result.Error.Contains(NoCommonHistory, StringComparison.Ordinal))
        {
            return new MergedTree { Clean = false, Unrelated = true };
        }

        return result is { ExitCode: 0 or ConflictsFound, Truncated: false } && Parse(result.Output, result.ExitCode == 0) is { } outcome
            ? outcome
            : throw new UserErrorException("OKS2050", $"git could not merge {ours[..12]} and {theirs[..12]} in '{repository.Root}': {result.Complaint}", "check the repository with git fsck");
    }

    // <tree>\0 f\0 ren2\0 \0 1\0 f\0 Auto-merging\0 Auto-merging f\n\0 2\0 ren2\0 ren\0 CONFLICT (rename/delete)\0 CONFLICT (rename/delete): ren renamed …\n\0
    // Paths with conflicts, an empty field, then messages: number of paths, paths, type, text.
    internal static MergedTree? Parse(string output, bool clean)
    {
        var fields = output.Split('\0');
        if (!GitObjectId.IsFull(fields[0]))
        {
            return null;
        }

        var end = Array.IndexOf(fields, "", 1);
        var files = fields[1..(end < 0 ? fields.Length : end)];
        return new MergedTree
        {
            Tree = fields[0],
            Clean = clean,
            Files = clean ? [] : [.. files.Distinct(StringComparer.Ordinal)],
            Conflicts = clean || end < 0 ? [] : ParseMessages(fields.AsSpan(end + 1)),
        };
    }

    private static List<MergeConflict> ParseMessages(ReadOnlySpan<string> fields)
    {
        var conflicts = new List<MergeConflict>();
        while (!fields.IsEmpty && int.TryParse(fields[0], out var paths) && paths >= 0 && fields.Length >= paths + 3)
        {
            var (type, text) = (fields[paths + 1], fields[paths + 2]);
            if (type.StartsWith(ConflictMark, StringComparison.Ordinal))
            {
                conflicts.Add(new MergeConflict(KindOf(text) ?? KindOf(type) ?? type, fields[1..(paths + 1)].ToArray()));
            }

            fields = fields[(paths + 3)..];
        }

        return conflicts;
    }

    // The type says "contents" for both sides having added a file; the text tells the two apart.
    private static string? KindOf(string text)
    {
        var close = text.IndexOf(')', StringComparison.Ordinal);
        var open = ConflictMark.Length + 2;
        return text.StartsWith($"{ConflictMark} (", StringComparison.Ordinal) && close > open ? text[open..close] : null;
    }
}
