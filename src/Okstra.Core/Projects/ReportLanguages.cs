using Okstra.Core.Hosting;
using Okstra.Core.Problems;

namespace Okstra.Core.Projects;

/// <summary>Tokens of <see cref="ReportLanguage"/> and the choice made from the locale.</summary>
public static class ReportLanguages
{
    // POSIX order of precedence; invariant globalisation leaves no culture to ask.
    private static readonly string[] LocaleVariables = ["LC_ALL", "LC_MESSAGES", "LANG"];

    public static string Token(this ReportLanguage language) => language == ReportLanguage.Korean ? "ko" : "en";

    /// <summary>Korean when the first locale variable that is set starts with <c>ko</c>, otherwise English.</summary>
    public static ReportLanguage FromLocale(HostEnvironment host)
    {
        foreach (var name in LocaleVariables)
        {
            if (host.Variables.TryGetValue(name, out var locale) && !string.IsNullOrWhiteSpace(locale))
            {
                return locale.StartsWith("ko", StringComparison.OrdinalIgnoreCase) ? ReportLanguage.Korean : ReportLanguage.English;
            }
        }

        return ReportLanguage.English;
    }

    public static bool TryParse(string? text, out ReportLanguage language, out Problem problem)
    {
        problem = new Problem("OKS0110", $"unknown report language '{text}'", "valid languages: ko, en");
        language = string.Equals(text, "ko", StringComparison.Ordinal) ? ReportLanguage.Korean : ReportLanguage.English;
        return text is "ko" or "en";
    }
}
