using Okstra.Core.Usage;
using Okstra.Core.Workers;

namespace Okstra.Engine.Spending;

/// <summary>What a dispatch that was ended left behind about its use.</summary>
/// <param name="Driver">Who carried it out.</param>
/// <param name="Asked">Model that was asked for.</param>
/// <param name="SessionId">The vendor's session, when the output got that far.</param>
/// <param name="Models">What it used.</param>
/// <param name="Source">Where that is from, a <see cref="Core.Usage.Ledger.ChargeSource"/>.</param>
internal sealed record DispatchTrace(string Driver, ModelAssignment Asked, string? SessionId, IReadOnlyList<ModelUsage> Models, string Source);
