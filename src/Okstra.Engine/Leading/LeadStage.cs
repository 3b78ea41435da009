namespace Okstra.Engine.Leading;

/// <summary>Where a run stands that a session leads.</summary>
public enum LeadStage
{
    /// <summary>Initial analyses are missing.</summary>
    Analysis,

    /// <summary>Votes of a round are missing.</summary>
    Reverification,

    /// <summary>Nothing is left to ask.</summary>
    Done,
}
