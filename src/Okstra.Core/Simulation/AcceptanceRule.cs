namespace Okstra.Core.Simulation;

/// <summary>How a team's findings become the findings that are kept.</summary>
public enum AcceptanceRule
{
    /// <summary>Whatever the first worker raises.</summary>
    Single,

    /// <summary>Whatever anybody raises.</summary>
    Union,

    /// <summary>What more than half of the workers raise.</summary>
    MajorityRaised,

    /// <summary>What every worker raises.</summary>
    UnanimousRaised,

    /// <summary>Everybody who did not raise it votes, one rejection is enough; what all raised is kept unseen.</summary>
    Veto,

    /// <summary>okstra's policy <c>classic</c>: full or partial consensus.</summary>
    Classic,

    /// <summary>okstra's policy <c>evidence</c>: full or partial consensus.</summary>
    Evidence,
}
