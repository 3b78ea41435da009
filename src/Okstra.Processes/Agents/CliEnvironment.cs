using Okstra.Core.Hosting;

namespace Okstra.Processes.Agents;

/// <summary>What an agent CLI may see of the user's environment: an allow-list, so that keys of other vendors and <c>GIT_*</c> stay out.</summary>
public static class CliEnvironment
{
    private static readonly string[] Common =
    [
        "PATH", "HOME", "USER", "LOGNAME", "SHELL", "LANG", "LANGUAGE", "LC_*", "TERM", "TMPDIR", "TZ", "XDG_*",
        "HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "no_proxy", "all_proxy",
        "SSL_CERT_FILE", "SSL_CERT_DIR", "NODE_EXTRA_CA_CERTS",
    ];

    /// <summary>The whole environment of a worker of this vendor, before the vendor adds its own switches.</summary>
    public static IReadOnlyDictionary<string, string> For(CliVendorFacts facts, HostEnvironment host) => For(facts, host, []);

    /// <param name="facts">Of the vendor.</param>
    /// <param name="host">The user's environment.</param>
    /// <param name="named">Variables the user's configuration of this CLI names (<see cref="VendorConfig"/>).</param>
    public static IReadOnlyDictionary<string, string> For(CliVendorFacts facts, HostEnvironment host, IReadOnlyList<string> named)
    {
        var options = facts.EnvironmentOptions.Where(option => host.Variables.ContainsKey(option.WhenSet)).SelectMany(option => option.Names);
        string[] allowed = [.. Common, .. facts.EnvironmentAllowList, .. options, .. named];
        var environment = host.Variables
            .Where(variable => allowed.Any(pattern => Matches(pattern, variable.Key)) && !facts.EnvironmentDenyList.Any(pattern => Matches(pattern, variable.Key)))
            .ToDictionary(variable => variable.Key, variable => variable.Value, StringComparer.Ordinal);
        environment["HOME"] = host.Home;
        return environment;
    }

    private static bool Matches(string pattern, string name) => pattern.EndsWith('*')
        ? name.StartsWith(pattern[..^1], StringComparison.Ordinal)
        : string.Equals(name, pattern, StringComparison.Ordinal);
}
