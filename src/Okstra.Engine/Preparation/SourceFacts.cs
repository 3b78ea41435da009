namespace Okstra.Engine.Preparation;

/// <summary>What the project root is to git at the moment of preparation.</summary>
/// <param name="TopLevel">Root of the working tree, absolute; null outside git.</param>
/// <param name="CommonDirectory">The common git directory, absolute; null outside git.</param>
/// <param name="BaseCommit">Full commit id; null outside git.</param>
/// <param name="UncommittedFiles">Changed and untracked files the workers will not see.</param>
public sealed record SourceFacts(string? TopLevel, string? CommonDirectory, string? BaseCommit, int UncommittedFiles)
{
    public static SourceFacts OutsideGit { get; } = new(null, null, null, 0);
}
