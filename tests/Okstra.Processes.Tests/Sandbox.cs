using Okstra.Testing;

namespace Okstra.Processes.Tests;

/// <summary>A folder, a runner and shell scripts that leave the pids of what they started.</summary>
internal sealed class Sandbox : IDisposable
{
    /// <summary>The ways a process gets away from a plain kill of the tree.</summary>
    public static readonly string[] Fugitives = ["child", "setsid", "orphan", "nohup", "twice"];

    private readonly TempFolder _folder = new();

    public Sandbox(TimeProvider? time = null)
    {
        Runner = new ProcessRunner(HermeticHost.Create(_folder.Path) with { OkstraExecutable = HostProgram }, time ?? TimeProvider.System);
    }

    public static string HostProgram => BuiltProgram.Of("Okstra.Processes.Tests.Host", "okstra-test-host");

    public ProcessRunner Runner { get; }

    public string Path => _folder.Path;

    public string At(string name) => _folder.At(name);

    public ProcessSpec Shell(string script) => new()
    {
        Executable = "sh",
        Arguments = ["-c", script],
        WorkingDirectory = Path,
        Environment = HermeticHost.Variables(Path),
    };

    /// <summary>Starts one process for each way to get away, waits for all their pids, then goes on with <paramref name="end"/>.</summary>
    public string Family(string end)
    {
        var sleep = (string name) => $"echo $$ > {name}.new; mv {name}.new {name}.pid; exec sleep 300";
        return $"""
            sh -c '{sleep("child")}' &
            setsid sh -c '{sleep("setsid")}' &
            (sh -c '{sleep("orphan")}' &)
            (nohup sh -c '{sleep("nohup")}' > /dev/null 2>&1 &)
            setsid sh -c '(setsid env -i PATH="$PATH" sh -c "echo \$\$ > twice.new; mv twice.new twice.pid; exec sleep 300" &)' &
            until [ -e child.pid ] && [ -e setsid.pid ] && [ -e orphan.pid ] && [ -e nohup.pid ] && [ -e twice.pid ]; do sleep 0.01; done
            touch ready
            {end}
            """;
    }

    public Task<int> PidAsync(string name) => Wait.ForPidAsync(At(name + ".pid"));

    public async Task<IReadOnlyList<int>> FamilyPidsAsync()
    {
        await Wait.UntilAsync(() => File.Exists(At("ready")), "the family is complete");
        return await Task.WhenAll(Fugitives.Select(PidAsync));
    }

    public void Dispose() => _folder.Dispose();
}
