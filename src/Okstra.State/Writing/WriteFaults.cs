using Okstra.Core.Hosting;
using Okstra.Core.Problems;

namespace Okstra.State.Writing;

/// <summary>
/// Test hook: ends this process at, or fails, one chosen durable write (a document write or a line append), or lists them.
/// Read once from <c>OKSTRA_TEST_FAULT</c>: <c>kill:&lt;n&gt;:before</c>, <c>kill:&lt;n&gt;:after</c>, <c>fail:&lt;n&gt;</c>, <c>trace:&lt;file&gt;</c>; several are joined by <c>;</c>.
/// </summary>
public sealed class WriteFaults
{
    /// <summary>Name of the variable.</summary>
    public const string Variable = "OKSTRA_TEST_FAULT";

    private readonly Lock _gate = new();
    private int _count;
    private int _killAt;
    private bool _killAfter;
    private int _failAt;
    private string? _traceFile;

    private WriteFaults()
    {
    }

    /// <summary>No fault.</summary>
    public static WriteFaults None() => new();

    public static WriteFaults From(HostEnvironment host)
    {
        var faults = new WriteFaults();
        foreach (var instruction in host.Variables.GetValueOrDefault(Variable, "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            faults.Add(instruction);
        }

        return faults;
    }

    /// <summary>Everything is prepared, nothing is visible yet.</summary>
    internal int Before(string path)
    {
        var number = Interlocked.Increment(ref _count);
        if (number == _killAt && !_killAfter)
        {
            LinuxFiles.KillSelf();
        }

        return number == _failAt
            ? throw new IOException($"No space left on device (injected) : '{path}'", LinuxFiles.NoSpace)
            : number;
    }

    /// <summary>The write is durable.</summary>
    internal void After(string path, int number)
    {
        if (_traceFile is not null)
        {
            lock (_gate)
            {
                File.AppendAllText(_traceFile, $"{number} {Path.GetFileName(path)}\n");
            }
        }

        if (number == _killAt && _killAfter)
        {
            LinuxFiles.KillSelf();
        }
    }

    private void Add(string instruction)
    {
        var parts = instruction.Split(':', 3);
        switch (parts)
        {
            case ["kill", var n, "before" or "after"] when int.TryParse(n, out var number):
                (_killAt, _killAfter) = (number, parts[2] == "after");
                break;
            case ["fail", var n] when int.TryParse(n, out var number):
                _failAt = number;
                break;
            case ["trace", ..]:
                _traceFile = instruction["trace:".Length..];
                break;
            default:
                throw new UserErrorException("OKS0200", $"{Variable} holds '{instruction}'; valid are kill:<n>:before, kill:<n>:after, fail:<n> and trace:<file>", "unset it outside tests");
        }
    }
}
