using Okstra.Core.Projects;
using Okstra.Processes.Git;
using Okstra.State.Files;

namespace Okstra.Engine.Setup;

/// <summary>What the files of a repository say about it.</summary>
/// <param name="Languages">Most frequent first.</param>
/// <param name="QaCommands">Guessed, every one proposed.</param>
public sealed record ProjectFiles(IReadOnlyList<string> Languages, IReadOnlyList<QaCommand> QaCommands)
{
    private const int LongestRead = 1024 * 1024;

    /// <param name="git">Lists tracked files.</param>
    /// <param name="root">Absolute.</param>
    /// <param name="insideGit">False: nothing is guessed, the folder could be anybody's home.</param>
    /// <param name="cancellationToken">Stops git.</param>
    public static async Task<ProjectFiles> LookAsync(GitCommand git, string root, bool insideGit, CancellationToken cancellationToken)
    {
        if (!insideGit)
        {
            return new ProjectFiles([], []);
        }

        var listed = await git.RequireAsync(root, ["ls-files", "-z", "--cached"], "list the files", cancellationToken);
        var paths = listed.Split('\0', StringSplitOptions.RemoveEmptyEntries);
        return new ProjectFiles(
            Core.Projects.Languages.Detect(paths),
            QaCommandGuess.From(paths, path => TextFiles.TryRead(Path.Combine(root, path)) is { Length: <= LongestRead } text ? text : null));
    }
}
