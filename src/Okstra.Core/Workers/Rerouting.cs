namespace Okstra.Core.Workers;

/// <summary>A dispatch that another vendor carried out than the roster says.</summary>
/// <param name="From">Driver of the roster.</param>
/// <param name="Reason">The limit that kept it from answering.</param>
public sealed record Rerouting(string From, string Reason);
