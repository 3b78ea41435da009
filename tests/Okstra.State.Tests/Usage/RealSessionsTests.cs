using System.Text.Json;
using Okstra.State.Layout;
using Okstra.State.Usage;
using Okstra.State.Writing;

namespace Okstra.State.Tests.Usage;

/// <summary>Sessions of the real CLIs, against what the model server sent them (tests/Okstra.Testing/Sessions).</summary>
public sealed class RealSessionsTests : IDisposable
{
    private static readonly Dictionary<string, (string Vendor, (string Sent, string Counter)[] Members)> Agents = new(StringComparer.Ordinal)
    {
        ["claude"] = ("anthropic", [("requests", "messages"), ("input_tokens", "input"), ("output_tokens", "output"), ("cache_creation_input_tokens", "cache_creation"), ("cache_read_input_tokens", "cache_read")]),
        ["codex"] = ("openai", [("requests", "responses"), ("input_tokens", "input"), ("cached_tokens", "cached_input"), ("output_tokens", "output"), ("reasoning_tokens", "reasoning")]),
        ["gemini"] = ("gemini", [("requests", "messages"), ("candidatesTokenCount", "output"), ("cachedContentTokenCount", "cached_input"), ("thoughtsTokenCount", "thoughts"), ("toolUsePromptTokenCount", "tool"), ("totalTokenCount", "total")]),
    };

    private readonly TempFolder _kept = new();

    public void Dispose() => _kept.Dispose();

    public static TheoryData<string> Exact() => [.. Cases().Where(name => name is not ("gemini/05-router-not-in-log" or "gemini/08-old-json-form"))];

    [Theory]
    [MemberData(nameof(Exact))]
    public void Every_token_that_was_sent_is_counted(string name) => Assert.Equal(Sent(name), Counted(name));

    [Fact]
    public void A_call_that_gemini_does_not_log_is_the_only_one_missing()
    {
        Assert.Equal(Sent("gemini/05-router-not-in-log").Where(row => row.Contains("pro-preview", StringComparison.Ordinal)), Counted("gemini/05-router-not-in-log"));
    }

    [Fact]
    public void Answers_that_the_older_form_of_gemini_merges_away_are_the_only_ones_missing()
    {
        Assert.Equal(["gemini-2.5-pro messages=3 output=200 cached_input=100 thoughts=50 tool=5 total=8255"], Counted("gemini/08-old-json-form"));
    }

    private static IEnumerable<string> Cases() => Agents.Keys.SelectMany(agent => Directory.GetDirectories(BuiltProgram.Source($"tests/Okstra.Testing/Sessions/{agent}")).Select(folder => $"{agent}/{Path.GetFileName(folder)}")).Order(StringComparer.Ordinal);

    private static string Folder(string name) => BuiltProgram.Source($"tests/Okstra.Testing/Sessions/{name}");

    /// <summary>What the model server sent, by model.</summary>
    private static List<string> Sent(string name)
    {
        var (vendor, members) = Agents[name.Split('/')[0]];
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder(name), "case.json")));
        var sums = new SortedDictionary<string, long[]>(StringComparer.Ordinal);
        foreach (var run in document.RootElement.GetProperty("model_server_truth").EnumerateArray())
        {
            if (!run.GetProperty("model_server_sent").TryGetProperty(vendor, out var models))
            {
                continue;
            }

            foreach (var model in models.EnumerateObject())
            {
                var sum = sums.TryGetValue(model.Name, out var old) ? old : sums[model.Name] = new long[members.Length];
                for (var member = 0; member < members.Length; member++)
                {
                    sum[member] += model.Value.TryGetProperty(members[member].Sent, out var value) ? value.GetInt64() : 0;
                }
            }
        }

        return [.. sums.Where(row => row.Value.Any(value => value > 0)).Select(row => Describe(row.Key, members.Select(member => member.Counter), row.Value))];
    }

    private List<string> Counted(string name)
    {
        var agent = name.Split('/')[0];
        var host = HermeticHost.Create(Path.Combine(Folder(name), "home"), new Dictionary<string, string> { ["OKSTRA_HOME"] = _kept.Path });
        var usage = new UsageLogs(host, StateWriter.For(host), HomeLayout.Of(host), TimeProvider.System).Read(TestContext.Current.CancellationToken).Agents.Single(usage => usage.Agent == agent);
        var counters = Agents[agent].Members.Select(member => member.Counter).ToList();
        var at = counters.Select(counter => usage.Counters.ToList().IndexOf(counter)).ToList();
        return [.. usage.Rows.GroupBy(row => row.Model).OrderBy(model => model.Key, StringComparer.Ordinal).Select(model => Describe(model.Key, counters, [.. at.Select(counter => model.Sum(row => row.Values[counter]))]))];
    }

    private static string Describe(string model, IEnumerable<string> counters, IEnumerable<long> values) =>
        $"{model}{string.Concat(counters.Zip(values).Where(pair => pair.Second != 0).Select(pair => $" {pair.First}={pair.Second}"))}";
}
