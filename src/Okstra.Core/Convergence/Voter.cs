namespace Okstra.Core.Convergence;

/// <summary>A usable worker as convergence sees it.</summary>
/// <param name="Worker">Id in the roster.</param>
/// <param name="Vendor">Family the model belongs to.</param>
/// <param name="CountsInV">False for an auditor that joined an agent run.</param>
public sealed record Voter(string Worker, string Vendor, bool CountsInV);
