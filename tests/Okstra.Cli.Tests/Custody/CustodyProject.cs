using System.Diagnostics;
using Okstra.Cli.Tests.Support;
using Okstra.Testing;

namespace Okstra.Cli.Tests.Custody;

/// <summary>A registered project whose task has a worktree full of unsaved work, and a git on the PATH that can kill its caller.</summary>
internal sealed class CustodyProject : IDisposable
{
    private const string Listing = "find . -mindepth 1 ! -path ./.git ! -path ./.okstra \\( -type f -printf '%m %p ' -exec sha256sum -b {} \\; -o -type l -printf 'link %p %l\\n' \\) | LC_ALL=C sort";

    // Counts the calls that change something; at the chosen one the caller dies before it, after it, or when half of it is done.
    private const string Git = """
        real=REAL
        case " $* " in
          *" worktree add "*|*" worktree remove "*|*" worktree move "*|*" worktree repair "*|*" update-ref "*|*" checkout-index "*|*" symbolic-ref HEAD "*)
            echo "$*" >> COUNT; n=$(($(wc -l < COUNT)))
            if [ "$n" = "$KILL_AT" ]; then
              case "$KILL_SIDE $*" in
                after*) "$real" "$@";;
                half*" remove "*) for last; do :; done; find "$last" -type f | head -n 3 | xargs rm -f; rm -f "$last/.git";;
              esac
              kill -9 $PPID
              exit 1
            fi;;
        esac
        exec "$real" "$@"
        """;

    private CustodyProject()
    {
        Project = SampleProject.Committed();
        var bin = Directory.CreateDirectory(Path.Combine(Project.TempPath, "bin")).FullName;
        Count = Path.Combine(Project.TempPath, "count");
        var script = Path.Combine(bin, "git");
        File.WriteAllText(script, "#!/bin/sh\n" + Git.ReplaceLineEndings("\n").Replace("REAL", RealGit(), StringComparison.Ordinal).Replace("COUNT", Count, StringComparison.Ordinal) + "\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(script, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        Project.Okstra.MayBeKilled = true;
        Project.Okstra.Environment["PATH"] = $"{bin}:{Project.Okstra.Environment["PATH"]}";
    }

    public SampleProject Project { get; }

    public string Folder => Path.Combine(Project.OkstraHome, "worktrees", "shop", "g", "t-1");

    private string Count { get; }

    /// <summary>Arguments of the calls that changed something.</summary>
    public IReadOnlyList<string> GitCalls => File.Exists(Count) ? File.ReadAllLines(Count) : [];

    /// <summary>With staged, changed, new and deleted files, a commit of its own and one only the reflog knows.</summary>
    public static async Task<CustodyProject> CreateAsync()
    {
        var made = new CustodyProject();
        await made.DoAsync("setup", "--yes", "--project-id", "shop");
        await made.DoAsync("worktree", "provision", "g/t-1", "--work-category", "feature");
        made.Shell("echo 1 > one && git add one && git commit -qm one && echo 2 > one && git commit -qam two --amend && echo s > s.txt && git add s.txt && echo t >> s.txt && ln -s s.txt l && echo u > 'u x' && rm README.md && git update-index -q --refresh; true");
        return made;
    }

    public string Everything() => string.Join("\n--\n", Shell(Listing), Shell("git ls-files -s"), Shell("git symbolic-ref -q HEAD; git rev-parse HEAD; git log -g --format='%H %gs' HEAD"), Shell("git status --porcelain"));

    /// <summary>A command that must succeed.</summary>
    public async Task<OkstraEnding> DoAsync(params IEnumerable<string> arguments)
    {
        var ending = await Project.Okstra.RunAsync(arguments);
        Assert.True(ending.ExitCode == 0, $"{string.Join(' ', arguments)}: {ending.ExitCode} {ending.Output}{ending.Error}");
        return ending;
    }

    /// <summary>From here on nobody is killed, and calls are counted from the start.</summary>
    public void Calm()
    {
        foreach (var name in new[] { "KILL_AT", "KILL_SIDE", "OKSTRA_TEST_FAULT" })
        {
            Project.Okstra.Environment.Remove(name);
        }

        File.Delete(Count);
    }

    public string Shell(string script)
    {
        var start = new ProcessStartInfo("/bin/sh", ["-c", script]) { WorkingDirectory = Folder, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment.Clear();
        foreach (var (name, value) in HermeticHost.Variables(Project.Home))
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{script}: {error.Result}");
    }

    public void Dispose() => Project.Dispose();

    private static string RealGit() => HermeticHost.Variables("/")["PATH"].Split(':').Select(folder => Path.Combine(folder, "git")).First(File.Exists);
}
