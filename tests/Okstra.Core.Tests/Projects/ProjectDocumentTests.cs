using System.Text.Json;
using Okstra.Core.Projects;
using Okstra.Core.Text;

namespace Okstra.Core.Tests.Projects;

public sealed class ProjectDocumentTests
{
    [Fact]
    [Trait("Req", "R-OPN-17")]
    public void Project_document_keeps_keys_it_does_not_know()
    {
        const string stored = """
            { "schemaVersion": 1, "projectId": "shop", "projectRoot": "/p", "mcpServers": [ { "name": "db", "tools": ["query"], "description": "copy of production" } ],
              "qaCommands": [ { "kind": "test", "command": "make test" } ], "reportLanguage": "ko", "ourOwn": { "nested": [1, "둘"] } }
            """;

        var document = JsonSerializer.Deserialize(stored, ProjectsJson.Default.ProjectDocument)!;
        var written = JsonSerializer.Serialize(document with { UpdatedAt = "2026-11-20T00:00:00Z" }, ProjectsJson.Default.ProjectDocument);

        using var parsed = JsonDocument.Parse(written);
        Assert.Equal("둘", parsed.RootElement.GetProperty("ourOwn").GetProperty("nested")[1].GetString());
        Assert.Equal(ReportLanguage.Korean, document.ReportLanguage);
        Assert.Equal("db", Assert.Single(document.McpServers).Name);
        string[] keys = ["schemaVersion", "projectId", "projectRoot", "createdAt", "updatedAt", "mcpServers", "qaCommands", "prTemplatePath", "surfacePatterns"];
        Assert.Empty(keys.Except(parsed.RootElement.EnumerateObject().Select(member => member.Name)));
    }

    [Fact]
    public void Quality_command_without_a_state_is_only_proposed()
    {
        const string stored = """{ "projectId": "shop", "projectRoot": "/p", "qaCommands": [ { "kind": "test", "command": "make test" } ] }""";

        var document = JsonSerializer.Deserialize(stored, ProjectsJson.Default.ProjectDocument)!;

        Assert.NotNull(document.Languages);
        Assert.NotNull(document.McpServers);
        Assert.Equal("", document.CreatedAt);
        Assert.Equal(QaCommandState.Proposed, Assert.Single(document.QaCommands).State);
    }
}
