using System.Text.Json;

namespace Okstra.Benchmarks;

/// <summary>Compares the answer of <c>okstra usage --all --json</c> with what the corpus was made from, number by number.</summary>
internal static class UsageTruth
{
    private static readonly (string Truth, string Answer)[] Views = [("totals", "totals"), ("by_session", "bySession"), ("by_model", "byModel"), ("by_date", "byDate"), ("by_kind", "byKind")];

    /// <summary>Exit code 1 on any difference.</summary>
    public static int Run(IReadOnlyList<string> corpora)
    {
        var differences = 0;
        foreach (var corpus in corpora)
        {
            using var kept = new Testing.TempFolder();
            var answer = PublishedOkstra.Run(corpus, kept.Path).Output;
            var found = Differences(corpus, answer, out var compared);
            differences += found.Count;
            Console.WriteLine($"{corpus}: {compared} numbers compared, {found.Count} differ");
            foreach (var line in found.Take(20))
            {
                Console.WriteLine($"  {line}");
            }
        }

        return differences == 0 ? 0 : 1;
    }

    /// <summary>Every number of either side that the other does not have; a missing one is 0.</summary>
    public static IReadOnlyList<string> Differences(string corpus, string answer, out int compared)
    {
        using var truth = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(corpus, "truth.json")));
        using var okstra = JsonDocument.Parse(answer);
        var differences = new List<string>();
        compared = 0;
        foreach (var agent in (string[])["claude", "codex", "gemini"])
        {
            var said = okstra.RootElement.GetProperty("data").GetProperty("agents").GetProperty(agent);
            var meant = truth.RootElement.GetProperty(agent).GetProperty("recoverable");
            foreach (var (truthName, answerName) in Views)
            {
                var (wanted, given) = (Numbers(meant.GetProperty(truthName)), Numbers(said.GetProperty(answerName)));
                foreach (var name in wanted.Keys.Union(given.Keys))
                {
                    compared++;
                    var (want, give) = (wanted.GetValueOrDefault(name), given.GetValueOrDefault(name));
                    if (want != give)
                    {
                        differences.Add($"{agent} {answerName} {name}: {give}, true is {want}");
                    }
                }
            }
        }

        return differences;
    }

    private static Dictionary<string, long> Numbers(JsonElement element)
    {
        var numbers = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var member in element.EnumerateObject())
        {
            if (member.Value.ValueKind == JsonValueKind.Number)
            {
                numbers[member.Name] = member.Value.GetInt64();
                continue;
            }

            foreach (var inner in member.Value.EnumerateObject())
            {
                numbers[$"{member.Name} {inner.Name}"] = inner.Value.GetInt64();
            }
        }

        return numbers;
    }
}
