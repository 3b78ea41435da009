namespace Okstra.Engine.Demo;

/// <summary>A commit of the demonstration repository; author, dates and therefore ids never change.</summary>
/// <param name="Message">Subject and body.</param>
/// <param name="At">Author and committer date.</param>
/// <param name="Files">Files it adds or replaces.</param>
public sealed record DemoCommit(string Message, DateTimeOffset At, IReadOnlyList<DemoFile> Files);
