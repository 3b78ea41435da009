using System.Text.Json.Nodes;
using Okstra.Testing;

namespace Okstra.EndToEnd.Tests.Rig;

/// <summary>A repository of small modules with one right claim about each: more than fit into one batch.</summary>
internal static class ManyClaims
{
    /// <summary>Thirteen modules claude makes a claim about, then one of codex's; the order is that of the ids.</summary>
    private static readonly string[] Modules =
        ["harbour", "violin", "glacier", "teapot", "lantern", "orchard", "compass", "meadow", "pepper", "anchor", "velvet", "quartz", "saddle", "walnut"];

    /// <summary>Ids of claude's claims.</summary>
    public static IReadOnlyList<string> Claudes { get; } = [.. Modules[..^1].Select((_, index) => Id(index))];

    /// <summary>codex's only claim.</summary>
    public static string Codexs { get; } = Id(Modules.Length - 1);

    /// <summary>What claude says.</summary>
    public static JsonObject ClaudesFindings() => Answers.Findings([.. Modules[..^1].Select((_, index) => Claim(index))]);

    /// <summary>What codex says.</summary>
    public static JsonObject CodexsFinding() => Answers.Findings(Claim(Modules.Length - 1));

    /// <summary>Agreement with evidence.</summary>
    public static JsonObject Agree(string id) => Answers.Vote(id, "AGREE", "It stands there.", Citation(Index(id)));

    /// <summary>Dissent with evidence, which is worth a veto where it counts.</summary>
    public static JsonObject Disagree(string id) => Answers.Vote(id, "DISAGREE", "It does not follow.", Citation(Index(id)));

    /// <summary>Makes the repository and the brief beside it.</summary>
    public static (TestRepository Repository, string Brief) Create(string root)
    {
        var repository = TestRepository.Create(Path.Combine(root, "shop"), [.. Modules.Select((name, index) => (FileOf(index), $"limit_{name} = {index + 3}\n"))]);
        var brief = Path.Combine(root, "bug.md");
        File.WriteAllText(brief, "# Limits are wrong\n\nAudit the limit of every module.\n");
        return (repository, brief);
    }

    private static JsonObject Claim(int index) => Answers.Finding(
        $"{index + 1}", $"The {Modules[index]} limit is stale", $"limit_{Modules[index]} was meant for another {Modules[index]}.", Citation(index), 0.9 - (index * 0.02), "major");

    private static JsonObject Citation(int index) => Answers.File(FileOf(index), 1, 1, $"limit_{Modules[index]} = {index + 3}");

    private static string FileOf(int index) => $"limits/{Modules[index]}.py";

    private static string Id(int index) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"F-{index + 1:D3}");

    private static int Index(string id) => int.Parse(id[2..], System.Globalization.CultureInfo.InvariantCulture) - 1;
}
