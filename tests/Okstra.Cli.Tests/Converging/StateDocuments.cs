using System.Text.Json;
using System.Text.Json.Nodes;
using Okstra.Cli.Tests.Support;

namespace Okstra.Cli.Tests.Converging;

/// <summary>The state document of a sample project's one run.</summary>
internal static class StateDocuments
{
    public static string PathIn(SampleProject project) => Directory.GetFiles(project.StateRoot, "convergence-*.json", SearchOption.AllDirectories).Single();

    /// <summary>
    /// Without what cannot be equal in two runs: when a round started and ended, and the hashes of the documents the state names (they hold times and paths of
    /// their own). Everything else stays: findings, votes, classes, reasons, rounds, counts, skipped workers, violations, and the names of those documents.
    /// </summary>
    public static string Comparable(SampleProject project)
    {
        var document = JsonNode.Parse(File.ReadAllText(PathIn(project)))!.AsObject();
        var inputs = document["inputs"]!.AsObject();
        foreach (var name in inputs.Select(input => input.Key).ToList())
        {
            inputs[name] = "sha-256";
        }

        foreach (var round in document["roundHistory"]!.AsArray())
        {
            round!["startedAt"] = "then";
            round["endedAt"] = "then";
        }

        return document.ToJsonString(new JsonSerializerOptions { WriteIndented = true });
    }
}
