using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using Okstra.Testing;
using Okstra.Testing.Node;

namespace Okstra.EndToEnd.Tests.Rig;

/// <summary>The scripted model server as a running process.</summary>
internal sealed class ModelStub : IAsyncDisposable
{
    private readonly Process _server;
    private readonly HttpClient _http;

    private ModelStub(Process server, Uri address)
    {
        (_server, Address) = (server, address);
        _http = new HttpClient { BaseAddress = address };
    }

    /// <summary><c>http://127.0.0.1:port</c>, without a slash at the end.</summary>
    public Uri Address { get; }

    public static async Task<ModelStub> StartAsync(string scenarioFile, string folder)
    {
        var environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["PATH"] = NodeTools.Path };
        var server = Child.Start(NodeTools.Find("node")!, [Path.Combine(Repository.Project, "modelstub", "server.mjs"), "--port", "0", "--scenario", scenarioFile], folder, environment);
        var line = await server.StandardOutput.ReadLineAsync() ?? "";
        var at = line.IndexOf("http://", StringComparison.Ordinal);
        return at >= 0 ? new ModelStub(server, new Uri(line[at..].Split(' ')[0])) : throw new InvalidOperationException($"the model server did not start: {line} {await server.StandardError.ReadToEndAsync()}");
    }

    /// <summary>Every request so far: provider, model, label and so on.</summary>
    public async Task<IReadOnlyList<JsonElement>> RequestsAsync() => await _http.GetFromJsonAsync<List<JsonElement>>("/__stub/requests", TestContext.Current.CancellationToken) ?? [];

    /// <summary>Tokens of every answer a provider's models have sent completely, prompt and answer together.</summary>
    public async Task<long> BilledAsync(Provider provider)
    {
        var all = await _http.GetFromJsonAsync<JsonElement>("/__stub/totals", TestContext.Current.CancellationToken);
        string[] counted = provider switch
        {
            Provider.Anthropic => ["input_tokens", "cache_read_input_tokens", "cache_creation_input_tokens", "output_tokens"],
            Provider.Openai => ["input_tokens", "output_tokens"],
            _ => ["promptTokenCount", "candidatesTokenCount", "thoughtsTokenCount", "toolUsePromptTokenCount"],
        };
        return all.TryGetProperty(JsonNamingPolicy.CamelCase.ConvertName(provider.ToString()), out var models)
            ? models.EnumerateObject().Sum(model => counted.Sum(name => model.Value.TryGetProperty(name, out var number) ? number.GetInt64() : 0))
            : 0;
    }

    /// <summary>What was said to the models first, in every conversation, as it arrived.</summary>
    public async Task<IReadOnlyList<SentPrompt>> PromptsAsync() => await _http.GetFromJsonAsync<List<SentPrompt>>("/__stub/prompts", TestContext.Current.CancellationToken) ?? [];

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        _server.Kill();
        await _server.WaitForExitAsync(CancellationToken.None);
        _server.Dispose();
    }
}
