namespace Okstra.Cli.Output;

/// <summary>The three forms of a report, absolute.</summary>
internal sealed record ReportPaths(string Data, string Markdown, string Html);
