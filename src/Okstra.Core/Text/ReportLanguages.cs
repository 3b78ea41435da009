using Okstra.Core.Hosting;
using Okstra.Core.Problems;

namespace Okstra.Core.Text;

/// <summary>Tokens of <see cref="ReportLanguage"/> and the default that the user's locale implies.</summary>
public static class ReportLanguages
{
    public static string Token(this ReportLanguage language) => language == ReportLanguage.Korean ? "ko" : "en";

    public static bool TryParse(string? text, out ReportLanguage language, out Problem problem)
    {
        problem = new Problem("OKS0110", $"unknown report language '{text}'", "valid languages: ko, en");
        language = string.Equals(text?.Trim(), "ko", StringComparison.OrdinalIgnoreCase) ? ReportLanguage.Korean : ReportLanguage.English;
        return language == ReportLanguage.Korean || string.Equals(text?.Trim(), "en", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary><c>ko*</c> in the first of LC_ALL, LC_MESSAGES and LANG that is set gives Korean, anything else English.</summary>
    public static ReportLanguage FromLocale(HostEnvironment host)
    {
        foreach (var name in (ReadOnlySpan<string>)["LC_ALL", "LC_MESSAGES", "LANG"])
        {
            if (host.Variables.TryGetValue(name, out var value) && value.Length > 0)
            {
                return value.StartsWith("ko", StringComparison.OrdinalIgnoreCase) ? ReportLanguage.Korean : ReportLanguage.English;
            }
        }

        return ReportLanguage.English;
    }
}
