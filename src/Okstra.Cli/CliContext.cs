using Okstra.Core.Hosting;
using Okstra.Core.Runs;

namespace Okstra.Cli;

/// <summary>What a command may touch of the world: streams, environment, clock, ids.</summary>
internal sealed record CliContext
{
    /// <summary>The answer, and nothing else.</summary>
    public required TextWriter Out { get; init; }

    /// <summary>Progress, warnings, problems.</summary>
    public required TextWriter Error { get; init; }

    public required TextReader In { get; init; }

    public required HostEnvironment Host { get; init; }

    public required TimeProvider Time { get; init; }

    public required IdSource Ids { get; init; }

    /// <summary>Standard error is a terminal: a live view may redraw itself.</summary>
    public required bool ErrorIsTerminal { get; init; }

    /// <summary>Standard input is a terminal: a question may be asked.</summary>
    public required bool InputIsTerminal { get; init; }

    /// <summary>Standard output is a terminal: colour and tables may be used.</summary>
    public required bool OutputIsTerminal { get; init; }

    public bool Colour => !Host.Variables.ContainsKey("NO_COLOR");
}
