using Okstra.Processes.Agents;
using Okstra.Testing;

namespace Okstra.Processes.Tests.Agents;

public sealed class VendorConfigTests
{
    private static readonly CliVendorFacts Codex = new CodexVendor().Facts;

    [Fact]
    public void Config_of_codex_names_the_variables_of_its_providers()
    {
        var named = Codex.Config!.VariablesNamedIn("""
            model_provider = "corp"
            [model_providers.corp]
            base_url = "http://127.0.0.1:1/v1"
            env_key = "CORP_MODEL_KEY"
            [mcp_servers]
            docs = { url = "http://127.0.0.1:2", bearer_token_env_var = 'DOCS_TOKEN' }
            """);

        Assert.Equal(["CORP_MODEL_KEY", "DOCS_TOKEN"], named);
    }

    [Fact]
    public void Environment_holds_a_variable_the_users_configuration_names_and_no_other_key()
    {
        var host = HermeticHost.Create("/home/ada", new Dictionary<string, string> { ["CORP_MODEL_KEY"] = "k", ["OTHER_KEY"] = "x", ["ANTHROPIC_API_KEY"] = "y" });

        var environment = CliEnvironment.For(Codex, host, ["CORP_MODEL_KEY"]);

        Assert.Equal("k", environment["CORP_MODEL_KEY"]);
        Assert.DoesNotContain("OTHER_KEY", environment.Keys);
        Assert.DoesNotContain("ANTHROPIC_API_KEY", environment.Keys);
    }

    [Fact]
    public void Config_file_follows_the_variable_that_moves_the_folder()
    {
        Assert.Equal("/home/ada/.codex/config.toml", Codex.Config!.PathFor(HermeticHost.Create("/home/ada")));
        Assert.Equal("/srv/codex/config.toml", Codex.Config.PathFor(HermeticHost.Create("/home/ada", new Dictionary<string, string> { ["CODEX_HOME"] = "/srv/codex" })));
    }
}
