using System.Reflection;
using System.Text.Json;
using Okstra.Core.Convergence;
using Okstra.Core.Findings;
using Okstra.Core.Grouping;
using Okstra.Core.Tasks;
using Okstra.Core.Tests.Convergence;

namespace Okstra.Core.Tests.Grouping.Pairs;

/// <summary>Two findings of two workers, with the answer whether they are one.</summary>
internal sealed record LabelledPair(string Id, bool Same, string Category, WorkerFindings First, WorkerFindings Second)
{
    /// <summary>Judged as a user's run would: by what clustering makes of the two.</summary>
    public bool IsJoined => Clustering.Cluster([First, Second], TaskType.ErrorAnalysis, []).Count == 1;

    public bool IsMisjudged => IsJoined != Same;

    public static IReadOnlyList<LabelledPair> Read(string file)
    {
        var project = typeof(LabelledPair).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(attribute => attribute.Key == "ProjectDirectory").Value!;
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Join(project, "Grouping", "Pairs", file)));
        return [.. document.RootElement.GetProperty("pairs").EnumerateArray().Select(pair => Of(pair))];
    }

    private static LabelledPair Of(JsonElement pair) => new(
        pair.GetProperty("id").GetString()!,
        pair.GetProperty("same").GetBoolean(),
        pair.GetProperty("category").GetString()!,
        FindingOf(pair.GetProperty("a")),
        FindingOf(pair.GetProperty("b")));

    private static WorkerFindings FindingOf(JsonElement side)
    {
        string Text(string name) => side.GetProperty(name).GetString()!;
        var worker = Text("worker");
        var finding = new Finding { Id = "1", Kind = Text("kind"), Title = Text("title"), Claim = Text("claim"), Severity = Enum.Parse<Severity>(Text("severity"), ignoreCase: true), Confidence = 0.5 };
        var evidence = side.GetProperty("path").ValueKind == JsonValueKind.Null
            ? []
            : new[] { Sample.Holding(worker, side.GetProperty("startLine").GetInt32(), Text("path"), Text("quote")) with { EndLine = side.GetProperty("endLine").GetInt32() } };
        return new WorkerFindings(worker, [new CheckedFinding(finding, evidence)]);
    }
}
