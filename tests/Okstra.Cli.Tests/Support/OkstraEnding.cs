namespace Okstra.Cli.Tests.Support;

/// <summary>How an okstra process ended; 137 = SIGKILL.</summary>
internal sealed record OkstraEnding(int ExitCode, string Output, string Error);
