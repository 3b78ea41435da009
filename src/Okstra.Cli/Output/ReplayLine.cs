namespace Okstra.Cli.Output;

/// <summary>One finding of a replay.</summary>
/// <param name="Id">Of the finding.</param>
/// <param name="Title">Its title.</param>
/// <param name="Then">Class in the state document.</param>
/// <param name="Now">Class under the replayed rules, or <c>undetermined</c>.</param>
/// <param name="Changed">They differ.</param>
/// <param name="Reason">Why the class is that now.</param>
internal sealed record ReplayLine(string Id, string Title, string Then, string Now, bool Changed, string Reason);
