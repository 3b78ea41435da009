using System.Text;
using Okstra.Core.Problems;
using Okstra.Processes.Git;

namespace Okstra.Engine.Demo;

/// <summary>The demonstration repository on disk.</summary>
/// <param name="Folder">Absolute.</param>
/// <param name="Commit">Full id of its newest commit.</param>
public sealed record DemoRepository(string Folder, string Commit)
{
    private const string Author = "Ada Quill <ada@example.org>";

    /// <summary>Makes it; the history comes in as one stream, so that its ids are the same everywhere.</summary>
    /// <param name="folder">Absolute; must not exist, its parent must.</param>
    /// <param name="git">How git is called.</param>
    /// <param name="cancellationToken">Stops git.</param>
    /// <exception cref="UserErrorException">The folder exists, or git could not make the repository.</exception>
    public static async Task<DemoRepository> CreateAsync(string folder, GitCommand git, CancellationToken cancellationToken)
    {
        if (Path.Exists(folder))
        {
            throw new UserErrorException("OKS0290", $"the demonstration needs a new folder; '{folder}' exists", "name another folder");
        }

        var parent = Path.GetDirectoryName(Path.GetFullPath(folder)) ?? folder;
        await git.RequireAsync(parent, ["init", "--quiet", "--initial-branch=main", "--template=", folder], "make the demonstration repository", cancellationToken);
        var import = await git.RunAsync(folder, ["fast-import", "--quiet"], Stream(), cancellationToken);
        if (!import.Succeeded)
        {
            throw new UserErrorException("OKS0291", $"git could not fill the demonstration repository in '{folder}': {import.Complaint}", "look at the free space and the rights of the folder");
        }

        await git.RequireAsync(folder, ["read-tree", "-u", "--reset", "HEAD"], "write the demonstration's files", cancellationToken);
        var commit = await git.RequireAsync(folder, ["rev-parse", "HEAD"], "read the demonstration's newest commit", cancellationToken);
        return new DemoRepository(folder, commit.Trim());
    }

    private static string Stream()
    {
        var stream = new StringBuilder();
        foreach (var commit in DemoContent.Commits)
        {
            var seconds = commit.At.ToUnixTimeSeconds();
            stream.Append("commit refs/heads/main\n")
                .Append($"author {Author} {seconds} +0000\n")
                .Append($"committer {Author} {seconds} +0000\n");
            AppendData(stream, commit.Message + "\n");
            foreach (var file in commit.Files)
            {
                stream.Append($"M 100644 inline {file.Path}\n");
                AppendData(stream, file.Text);
            }
        }

        return stream.ToString();
    }

    private static void AppendData(StringBuilder stream, string text) =>
        stream.Append($"data {Encoding.UTF8.GetByteCount(text)}\n").Append(text).Append('\n');
}
