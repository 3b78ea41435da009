using Okstra.Core.Hosting;
using Okstra.Core.Limits;
using Okstra.Core.Usage;

namespace Okstra.Processes.Agents;

/// <summary>One agent CLI: data and three pure functions. A fourth vendor is one more file and one line in <c>CliVendors</c>.</summary>
public interface ICliVendor
{
    CliVendorFacts Facts { get; }

    /// <summary>From the program found on PATH to the one to start (codex: the native binary behind the launcher).</summary>
    /// <param name="found">Absolute path found on PATH, links resolved.</param>
    /// <param name="exists">Whether a file exists.</param>
    string ResolveExecutable(string found, Func<string, bool> exists);

    CliProcess BuildProcess(CliInvocation invocation);

    CliAnswer ReadAnswer(CliOutput output);

    /// <summary>What it used, by model; empty when the output does not say.</summary>
    IReadOnlyList<ModelUsage> ReadModels(CliOutput output);

    /// <summary>Where the vendor keeps its own log of a session, when more about a limit stands there than in the output; null for no such place.</summary>
    SessionLogPlace? LogOf(HostEnvironment host, string sessionId) => null;

    /// <summary>A limit with what the vendor's own log adds to it.</summary>
    LimitSignal Refine(LimitSignal signal, string sessionLog) => signal;
}
