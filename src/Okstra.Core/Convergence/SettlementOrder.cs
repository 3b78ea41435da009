namespace Okstra.Core.Convergence;

/// <summary>A command to run, with everything that is cited of it.</summary>
/// <param name="Argv">Accepted: a confirmed command, or one with a test selector.</param>
/// <param name="Declared">The confirmed command line.</param>
/// <param name="Cited">Each different citation once.</param>
public sealed record SettlementOrder(IReadOnlyList<string> Argv, string Declared, IReadOnlyList<SettlementExpectation> Cited);
