using Okstra.Processes.Agents;
using Okstra.Testing;

namespace Okstra.Processes.Tests.Agents;

public sealed class CliEnvironmentTests
{
    private static readonly Dictionary<string, string> Keys = new(StringComparer.Ordinal)
    {
        ["ANTHROPIC_API_KEY"] = "a",
        ["OPENAI_API_KEY"] = "o",
        ["GEMINI_API_KEY"] = "g",
        ["GITHUB_TOKEN"] = "t",
        ["AWS_SECRET_ACCESS_KEY"] = "w",
        ["GIT_DIR"] = "/elsewhere",
        ["NODE_OPTIONS"] = "--require /evil.js",
        ["LD_PRELOAD"] = "/evil.so",
        ["LC_ALL"] = "ko_KR.UTF-8",
        ["https_proxy"] = "http://proxy:1",
        ["CLAUDECODE"] = "1",
        ["CLAUDE_CODE_SESSION_ID"] = "outer",
        ["GEMINI_CLI_TRUST_WORKSPACE"] = "true",
    };

    [Theory]
    [InlineData("claude", "ANTHROPIC_API_KEY")]
    [InlineData("codex", "OPENAI_API_KEY")]
    [InlineData("gemini", "GEMINI_API_KEY")]
    public void Worker_sees_the_common_variables_and_the_key_of_its_own_vendor(string id, string key)
    {
        var environment = CliEnvironment.For(CliVendors.Find(id)!.Facts, HermeticHost.Create("/home/ada", Keys));

        Assert.Equal(["HOME", "LANG", "LC_ALL", "PATH", "TZ", "https_proxy", key], environment.Keys.OrderBy(name => name == key).ThenBy(name => name, StringComparer.Ordinal));
        Assert.Equal("/home/ada", environment["HOME"]);
    }

    [Fact]
    public void Cloud_credentials_reach_claude_only_when_the_user_runs_it_there()
    {
        var facts = new ClaudeVendor().Facts;
        var bedrock = new Dictionary<string, string>(Keys, StringComparer.Ordinal) { ["CLAUDE_CODE_USE_BEDROCK"] = "1" };

        Assert.DoesNotContain("AWS_SECRET_ACCESS_KEY", CliEnvironment.For(facts, HermeticHost.Create("/home/ada", Keys)).Keys);
        Assert.Contains("AWS_SECRET_ACCESS_KEY", CliEnvironment.For(facts, HermeticHost.Create("/home/ada", bedrock)).Keys);
    }
}
