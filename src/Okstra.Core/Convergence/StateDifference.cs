namespace Okstra.Core.Convergence;

/// <summary>Where a state document says something else than its own votes give.</summary>
/// <param name="Finding">Its id; null for what concerns the whole document.</param>
/// <param name="What">Member of the document.</param>
/// <param name="Stored">What stands there, short.</param>
/// <param name="Given">What its votes give, short.</param>
public sealed record StateDifference(string? Finding, string What, string Stored, string Given)
{
    /// <summary>One sentence for people.</summary>
    public override string ToString() => Finding is null
        ? $"{What} is {Stored}, its votes give {Given}"
        : $"{Finding}: {What} is {Stored}, its votes give {Given}";
}
