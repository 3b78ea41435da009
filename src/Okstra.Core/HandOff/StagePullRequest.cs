namespace Okstra.Core.HandOff;

/// <summary>A recorded pull request of a stage.</summary>
public sealed record StagePullRequest(string Branch, string Url);
