using Okstra.Core.Runs;
using Okstra.Core.Validation;
using Okstra.Engine.Preparation;
using Okstra.Engine.Reporting;

namespace Okstra.Engine.Finishing;

/// <summary>How a run that a session led was ended.</summary>
public sealed record FinishedRun
{
    public required RunBundle Bundle { get; init; }

    /// <summary>What became of its Markdown report.</summary>
    public required ImportedReport Import { get; init; }

    /// <summary>Null when the report could not be read in; nothing else was done then.</summary>
    public required RunStatus? Status { get; init; }

    public required ValidationDocument? Validation { get; init; }

    /// <summary>Stage whose work is recorded as done; null in other phases, and while the report is not valid.</summary>
    public int? Stage { get; init; }

    /// <summary>Full id of the last commit of that stage.</summary>
    public string? HeadSha { get; init; }

    /// <summary>Phase the report recommends next, or <c>done</c>.</summary>
    public string? Routing { get; init; }
}
