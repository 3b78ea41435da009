namespace Okstra.Engine.Bills;

/// <summary>What <c>okstra token-usage</c> is to do.</summary>
public sealed record CollectRequest
{
    /// <summary>Write the figures into the team state; false only looks.</summary>
    public bool Write { get; init; }

    /// <summary>Fill the placeholders of the report.</summary>
    public bool Substitute { get; init; }

    /// <summary>The report that was named, absolute; null takes the run's.</summary>
    public string? Report { get; init; }

    /// <summary>Id of the session that leads; null keeps what is recorded.</summary>
    public string? LeadSession { get; init; }
}
