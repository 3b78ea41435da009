namespace Okstra.Core.Usage.Ledger;

/// <summary>Where the numbers of a charge are from.</summary>
public static class ChargeSource
{
    /// <summary>The CLI said so when it ended.</summary>
    public const string Reported = "reported";

    /// <summary>The vendor's own log of the session, because the CLI could not report any more.</summary>
    public const string Log = "log";

    /// <summary>Set aside for a dispatch that never began.</summary>
    public const string None = "none";

    /// <summary>Neither the CLI nor a log says anything.</summary>
    public const string Unknown = "unknown";
}
