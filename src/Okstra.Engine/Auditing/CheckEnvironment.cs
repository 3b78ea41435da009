using Okstra.Core.Hosting;

namespace Okstra.Engine.Auditing;

/// <summary>The environment of a project's own checks: what toolchains need, nothing that is a secret or points git elsewhere.</summary>
internal static class CheckEnvironment
{
    private static readonly string[] Kept =
    [
        "PATH", "HOME", "USER", "LOGNAME", "SHELL", "LANG", "LC_ALL", "LC_CTYPE", "TZ", "TMPDIR", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME",
        "DOTNET_ROOT", "NUGET_PACKAGES", "JAVA_HOME", "MAVEN_HOME", "M2_HOME", "GRADLE_USER_HOME", "GOPATH", "GOROOT", "GOCACHE", "GOMODCACHE", "GOFLAGS", "GOTOOLCHAIN",
        "CARGO_HOME", "RUSTUP_HOME", "RUSTUP_TOOLCHAIN", "NVM_DIR", "NODE_PATH", "PNPM_HOME", "VOLTA_HOME", "PYENV_ROOT", "VIRTUAL_ENV", "PYTHONPATH", "GEM_HOME", "GEM_PATH", "BUNDLE_PATH", "RBENV_ROOT",
        "COMPOSER_HOME", "SSL_CERT_FILE", "SSL_CERT_DIR",
    ];

    public static IReadOnlyDictionary<string, string> Of(HostEnvironment host)
    {
        var environment = host.Variables
            .Where(variable => Kept.Contains(variable.Key, StringComparer.Ordinal))
            .ToDictionary(StringComparer.Ordinal);
        environment["CI"] = "true";
        environment["NO_COLOR"] = "1";
        environment["TERM"] = "dumb";
        environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        environment["DOTNET_NOLOGO"] = "1";
        environment["PYTHONDONTWRITEBYTECODE"] = "1";
        environment["GIT_TERMINAL_PROMPT"] = "0";
        return environment;
    }
}
