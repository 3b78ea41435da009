using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using Okstra.Core.Reports;
using Okstra.Core.Tasks;
using Okstra.Core.Text;
using Okstra.Testing;
using Okstra.Testing.Reports;

namespace Okstra.Core.Tests.Reports;

public sealed class ReportDataTests
{
    [Fact]
    public void Published_schema_is_the_one_of_the_types()
    {
        var schema = ReportsJson.Default.ReportDocument.GetJsonSchemaAsNode(new JsonSchemaExporterOptions { TreatNullObliviousAsNonNullable = true }).AsObject();
        var published = new JsonObject { ["$schema"] = "https://json-schema.org/draft/2020-12/schema", ["title"] = "okstra final report v1" };
        foreach (var member in schema)
        {
            published[member.Key] = member.Value?.DeepClone();
        }

        Golden.Verify(typeof(ReportDataTests).Assembly, "/schemas/final-report.v1.json", published.ToJsonString(new JsonSerializerOptions { WriteIndented = true, NewLine = "\n" }) + "\n");
    }

    [Theory]
    [InlineData(TaskType.RequirementsDiscovery)]
    [InlineData(TaskType.ErrorAnalysis)]
    [InlineData(TaskType.ImplementationPlanning)]
    public void Composed_report_satisfies_the_published_schema(TaskType type)
    {
        var path = typeof(ReportDataTests).Assembly.GetCustomAttributes(inherit: false).OfType<System.Reflection.AssemblyMetadataAttribute>().First(attribute => attribute.Key == "RepositoryRoot").Value!;
        var schema = JsonNode.Parse(File.ReadAllText(Path.Join(path, "schemas", "final-report.v1.json")))!;

        var report = JsonNode.Parse(ReportText.Write(ReportComposer.Compose(SampleRun.Inputs(type, ReportLanguage.Korean))));

        Assert.Empty(SchemaCheck.Violations(schema, schema, report, ""));
        var broken = report!.DeepClone();
        broken["findings"]![0]!["severity"] = "terrible";
        broken.AsObject().Remove("routing");
        Assert.Equal(["/findings/0/severity: not in enum", "/routing: missing"], SchemaCheck.Violations(schema, schema, broken, "").Order(StringComparer.Ordinal));
    }

    [Fact]
    [Trait("Req", "R-LAY-87")]
    public void Data_is_indented_by_two_keeps_letters_and_ends_with_a_newline()
    {
        var text = ReportText.Write(ReportComposer.Compose(SampleRun.Inputs(TaskType.ErrorAnalysis, ReportLanguage.Korean)));

        Assert.StartsWith("{\n  \"schemaVersion\": 1,\n", text, StringComparison.Ordinal);
        Assert.Contains("브리프의", text, StringComparison.Ordinal);
        Assert.EndsWith("}\n", text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Req", "R-OPN-30")]
    public void Data_has_the_keys_later_phases_look_up()
    {
        using var data = JsonDocument.Parse(ReportText.Write(ReportComposer.Compose(SampleRun.Inputs(TaskType.ErrorAnalysis, ReportLanguage.English))));

        string[] keys = ["taskKey", "taskType", "seq", "stage", "verdictToken", "verificationScope", "routing", "blockers", "conditions", "baseSha", "headSha", "sourceReport", "commits", "followUps"];
        Assert.All(keys, key => Assert.True(data.RootElement.TryGetProperty(key, out _), key));
        Assert.Equal("error-analysis", data.RootElement.GetProperty("taskType").GetString());
        var evidence = data.RootElement.GetProperty("findings")[0].GetProperty("evidence")[0];
        Assert.Equal(("file", "src/Cart/Totals.cs", 42, 44, "holds"), (evidence.GetProperty("kind").GetString(), evidence.GetProperty("path").GetString(), evidence.GetProperty("startLine").GetInt32(), evidence.GetProperty("endLine").GetInt32(), evidence.GetProperty("check").GetString()));
    }

    [Fact]
    public void Data_survives_a_round_trip()
    {
        var text = ReportText.Write(ReportComposer.Compose(SampleRun.Inputs(TaskType.ImplementationPlanning, ReportLanguage.Korean)));

        Assert.True(ReportText.TryRead(text, out var report, out _, out _));
        Assert.Equal(text, ReportText.Write(report));
    }

    [Fact]
    public void Newer_schema_is_refused_by_name()
    {
        var text = ReportText.Write(ReportComposer.Compose(SampleRun.Inputs(TaskType.ErrorAnalysis, ReportLanguage.English))).Replace("\"schemaVersion\": 1,\n  \"taskKey\"", "\"schemaVersion\": 2,\n  \"taskKey\"", StringComparison.Ordinal);

        Assert.False(ReportText.TryRead(text, out _, out var problem, out _));
        Assert.Contains("newer okstra", problem.Message, StringComparison.Ordinal);
    }
}
