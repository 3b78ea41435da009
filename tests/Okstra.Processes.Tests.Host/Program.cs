using System.Globalization;
using Okstra.Processes;
using Okstra.Processes.Supervision;
using Okstra.Testing;

// Stands in for okstra in the process tests: as a supervisor, and as an engine that a test may kill.
if (args is [Supervisor.Verb, ..])
{
    return await Supervisor.RunAsync();
}

// engine <folder> <output-limit> <script>: supervises a shell script and leaves what it saw as files in the folder.
var (folder, limit, script) = (args[1], long.Parse(args[2], CultureInfo.InvariantCulture), args[3]);
Subreaper.BecomeOne();
var host = HermeticHost.Create(folder) with { OkstraExecutable = Environment.ProcessPath! };
var exit = await new ProcessRunner(host, TimeProvider.System).SuperviseAsync(
    new ProcessSpec
    {
        Executable = "sh",
        Arguments = ["-c", script],
        WorkingDirectory = folder,
        Environment = HermeticHost.Variables(folder),
        OutputLimit = limit,
    },
    "test-host",
    Stream.Null,
    Stream.Null,
    supervisor => File.WriteAllText(Path.Combine(folder, "supervisor.pid"), $"{supervisor.Pid}\n"),
    CancellationToken.None);
var peak = File.ReadLines("/proc/self/status").First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1];
var children = File.ReadAllText($"/proc/self/task/{Environment.ProcessId}/children").Trim();
File.WriteAllLines(Path.Combine(folder, "result"), [exit.Ending.ToString(), exit.ExitCode.ToString(CultureInfo.InvariantCulture), peak, children]);
return 0;
