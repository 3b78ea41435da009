using Okstra.Core.Auditing;
using Okstra.Processes.Git;

namespace Okstra.Engine.Auditing;

/// <summary>Bounded reads of a repository's history, always from the inspected commit and never from a moving branch.</summary>
internal sealed class GitHistory(GitCommand git, string folder, string commit)
{
    private const int MostCommits = 2000;

    private const int MostBlamedLines = 80;

    private const long OutputLimit = 32L * 1024 * 1024;

    /// <summary>Newest first; empty when git gives none.</summary>
    public async Task<IReadOnlyList<CommitRecord>> ReadCommitsAsync(CancellationToken cancellationToken)
    {
        var result = await git.RunAsync(folder, ["log", "--no-merges", "--no-renames", $"--max-count={MostCommits}", $"--format={CommitLogParser.Format}", "--name-only", commit, "--"], null, OutputLimit, cancellationToken);
        return result.ExitCode == 0 || result.Truncated ? CommitLogParser.Parse(result.Output) : [];
    }

    /// <summary>The newest commit that wrote one of the lines; null when there is none in the history at hand.</summary>
    public async Task<BlamedLines?> BlameAsync(string path, int start, int end, CancellationToken cancellationToken)
    {
        var last = Math.Min(end, start + MostBlamedLines);
        var result = await git.RunAsync(folder, ["blame", "--porcelain", "-w", $"-L{start},{last}", commit, "--", path], null, OutputLimit, cancellationToken);
        return result.ExitCode == 0 ? BlameParser.Newest(result.Output) : null;
    }
}
