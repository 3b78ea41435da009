namespace Okstra.Core.Findings;

/// <summary>A worker's verdict with the conditions it hangs on.</summary>
public sealed record WorkerVerdict(string Token, IReadOnlyList<string> Conditions);
