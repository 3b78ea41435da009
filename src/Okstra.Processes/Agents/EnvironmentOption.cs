namespace Okstra.Processes.Agents;

/// <summary>Variables a CLI needs only in one mode of operation, so that no other vendor's credentials reach it otherwise.</summary>
/// <param name="WhenSet">The variable that switches the mode on.</param>
/// <param name="Names">Names, or prefixes ending in <c>*</c>, that are then passed.</param>
public sealed record EnvironmentOption(string WhenSet, IReadOnlyList<string> Names);
