using Okstra.Core.Convergence;

namespace Okstra.Engine.Leading;

/// <summary>The state document of a run that a session led.</summary>
/// <param name="Document">The document.</param>
/// <param name="Path">Where it is, absolute.</param>
public sealed record LeadFinish(ConvergenceDocument Document, string Path);
