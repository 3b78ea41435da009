namespace Okstra.Processes.Git;

/// <summary>The end of one git call; a non-zero exit code is a value.</summary>
/// <param name="ExitCode">Git's exit code.</param>
/// <param name="Output">Standard output as UTF-8 text, up to the limit of the call.</param>
/// <param name="Error">Standard error, at most 64 KiB.</param>
/// <param name="Truncated">Whether there was more output than the limit; git was ended then.</param>
public sealed record GitResult(int ExitCode, string Output, string Error, bool Truncated)
{
    /// <summary>Git did what it was asked, and all its output is here.</summary>
    public bool Succeeded => ExitCode == 0 && !Truncated;

    /// <summary>What git itself said about a failure, in one line.</summary>
    public string Complaint
    {
        get
        {
            var lines = (Error.Length > 0 ? Error : Output).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            var line = lines.FirstOrDefault(text => text.StartsWith("fatal:", StringComparison.Ordinal) || text.StartsWith("error:", StringComparison.Ordinal))
                ?? lines.FirstOrDefault()
                ?? $"exit code {ExitCode}";
            return string.Concat(line.Take(400).Where(letter => !char.IsControl(letter)));
        }
    }
}
