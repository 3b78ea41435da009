using System.Text;
using Okstra.Core.Problems;
using Okstra.Processes.Git;

namespace Okstra.Processes.Custody;

/// <summary>Git as custody calls it: the worktree's own administrative folder to read from, and a raw one that reads and writes files as they are.</summary>
internal sealed class CustodyGit(GitCommand git, WorktreePlace place)
{
    private const long Limit = 4L * 1024 * 1024 * 1024;

    public WorktreePlace Place => place;

    /// <summary>A file for an index in scratch.</summary>
    public string Scratch(string name) => Path.Combine(place.RawFolder, name);

    /// <summary>Calls git for the worktree itself; only what neither writes its index nor looks at the content of files.</summary>
    public Task<string> AskAsync(IReadOnlyList<string> arguments, string attempt, CancellationToken cancellationToken) =>
        AskAsync(new GitCall { Arguments = arguments }, attempt, cancellationToken);

    public Task<string> AskAsync(GitCall call, string attempt, CancellationToken cancellationToken) => RequireAsync(Here, call with { Arguments = [.. Own, .. call.Arguments] }, attempt, cancellationToken);

    /// <summary>The first line of the answer; null when git says no.</summary>
    public async Task<string?> TryAskAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var result = await git.RunAsync(Here, [.. Own, .. arguments], cancellationToken);
        return result.Succeeded ? GitRepository.RemoveNewline(result.Output) : null;
    }

    /// <summary>Calls git without any conversion, filter or setting of the user.</summary>
    /// <param name="workTree">Folder whose files are meant; null for calls that touch none.</param>
    /// <param name="index">Index file in scratch.</param>
    /// <param name="arguments">Verb and what follows.</param>
    /// <param name="input">Records, each ended by NUL on standard input.</param>
    /// <param name="attempt">For the message.</param>
    /// <param name="cancellationToken">Ends git.</param>
    public Task<string> RawAsync(string? workTree, string index, IReadOnlyList<string> arguments, IEnumerable<string>? input, string attempt, CancellationToken cancellationToken) =>
        RequireAsync(workTree ?? place.RawFolder, RawCall(workTree, index, arguments, input), attempt, cancellationToken);

    /// <summary>The same; a failure is an answer.</summary>
    public Task<GitResult> TryRawAsync(string? workTree, string index, IReadOnlyList<string> arguments, IEnumerable<string>? input, CancellationToken cancellationToken) =>
        git.RunAsync(workTree ?? place.RawFolder, RawCall(workTree, index, arguments, input), cancellationToken);

    /// <summary>Writes one object and answers its id.</summary>
    public async Task<string> StoreAsync(string type, byte[] content, CancellationToken cancellationToken) =>
        GitRepository.RemoveNewline(await AskAsync(new GitCall { Arguments = ["hash-object", "-t", type, "-w", "--no-filters", "--stdin"], InputBytes = content }, $"store a {type}", cancellationToken));

    private string Here => place.Folder ?? place.CommonDirectory;

    private string[] Own => place.Folder is null
        ? [$"--git-dir={place.AdminFolder ?? place.CommonDirectory}"]
        : [$"--git-dir={place.AdminFolder ?? place.CommonDirectory}", $"--work-tree={place.Folder}"];

    private GitCall RawCall(string? workTree, string index, IReadOnlyList<string> arguments, IEnumerable<string>? input) => new()
    {
        Arguments = [$"--git-dir={place.RawFolder}", $"--work-tree={workTree ?? place.RawFolder}", .. arguments],
        InputBytes = input is null ? null : BytePaths.ToInput(input),
        IndexFile = index,
        ObjectFolder = Path.Combine(place.CommonDirectory, "objects"),
    };

    private async Task<string> RequireAsync(string folder, GitCall call, string attempt, CancellationToken cancellationToken)
    {
        using var output = new MemoryStream();
        var result = await git.RunAsync(folder, call with { Output = output, OutputLimit = Limit }, cancellationToken);
        if (result.Error.Contains("could not open directory", StringComparison.Ordinal))
        {
            throw new UserErrorException("OKS2032", $"folders in '{place.Folder}' cannot be read, so they cannot be kept: {result.Complaint}", "make them readable for you, then again");
        }

        return result.Succeeded
            ? Encoding.Latin1.GetString(output.GetBuffer(), 0, (int)output.Length)
            : throw new UserErrorException("OKS2030", $"git could not {attempt} of '{place.Folder ?? place.CommonDirectory}': {result.Complaint}", "nothing was removed; look at it with git status and try again");
    }
}
