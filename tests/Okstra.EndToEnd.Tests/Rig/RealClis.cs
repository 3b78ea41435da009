using Okstra.Testing;
using Okstra.Testing.Node;

namespace Okstra.EndToEnd.Tests.Rig;

/// <summary>The three real CLIs with a home of their own, talking to a scripted model server.</summary>
internal sealed class RealClis : IAsyncDisposable
{
    /// <summary>Stands for every credential, so that a leak is found by its text.</summary>
    public const string Key = "dummy-key-5d1f77";

    private RealClis(string root, ModelStub models, IReadOnlyDictionary<string, string> environment)
    {
        (Root, Models, Environment) = (root, models, environment);
    }

    /// <summary>Folder of this fixture; home, repository and support files are below it.</summary>
    public string Root { get; }

    public string Home => Path.Combine(Root, "home");

    public ModelStub Models { get; }

    /// <summary>The whole environment of a run.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; }

    public static async Task<RealClis> StartAsync(ScenarioBuilder scenario)
    {
        Assert.SkipWhen(NodeTools.Missing("node", "npm") is { Length: > 0 }, $"not on the PATH: {NodeTools.Missing("node", "npm")} (the agent CLIs are npm packages)");
        var bin = await InstalledClis.BinAsync();
        var root = Path.Combine(Repository.Artifacts, "homes", Path.GetRandomFileName());
        var home = Directory.CreateDirectory(Path.Combine(root, "home")).FullName;
        var file = Path.Combine(root, "scenario.json");
        await File.WriteAllTextAsync(file, scenario.Build());
        var models = await ModelStub.StartAsync(file, root);
        var address = models.Address.ToString().TrimEnd('/');
        Write(Path.Combine(home, ".codex", "config.toml"), CodexConfig(address));
        Write(Path.Combine(home, ".gemini", "settings.json"), """{"security":{"auth":{"selectedType":"gemini-api-key"}},"general":{"maxAttempts":2}}""");
        return new RealClis(root, models, new Dictionary<string, string>(HermeticHost.Variables(home), StringComparer.Ordinal)
        {
            ["PATH"] = $"{bin}:{NodeTools.Path}",
            ["ANTHROPIC_BASE_URL"] = address,
            ["ANTHROPIC_API_KEY"] = Key,
            ["CLAUDE_CODE_MAX_RETRIES"] = "1",
            ["OPENAI_API_KEY"] = Key,
            ["GEMINI_API_KEY"] = Key,
            ["GOOGLE_GEMINI_BASE_URL"] = address,
        });
    }

    public async ValueTask DisposeAsync()
    {
        await Models.DisposeAsync();
        Directory.Delete(Root, recursive: true);
    }

    private static void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    private static string CodexConfig(string address) => $"""
        model = "gpt-5.5"
        model_provider = "local"

        [model_providers.local]
        name = "local"
        base_url = "{address}/v1"
        wire_api = "responses"
        env_key = "OPENAI_API_KEY"
        request_max_retries = 1
        stream_max_retries = 1

        """;
}
