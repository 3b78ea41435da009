namespace Okstra.Core.Projects;

/// <summary>A read-only MCP server workers may use (R-CON-73, R-OPN-17).</summary>
public sealed record McpServer
{
    public required string Name { get; init; }

    public IReadOnlyList<string> Tools { get; set; } = [];

    public string Description { get; set; } = "";
}
