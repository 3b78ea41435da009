using Okstra.Core.Projects;

namespace Okstra.Engine.Prompts;

/// <summary>Body of <c>## Available MCP Servers</c> (R-CON-73, R-WRK-31).</summary>
public static class McpSection
{
    public static string Render(IReadOnlyList<McpServer> servers) => servers.Count == 0
        ? "None for this run. Where you would need one, write `MCP not available for this run`."
        : string.Join('\n', servers.Select(Line).Append("Call a tool by its name, `mcp__<server>__<tool>`, never through a shell; read only; cite server, table and SELECT."));

    private static string Line(McpServer server)
    {
        var tools = server.Tools.Count == 0 ? "" : $"; tools: {string.Join(", ", server.Tools.Select(tool => $"`mcp__{DataFence.Line(server.Name)}__{DataFence.Line(tool)}`"))}";
        var description = string.IsNullOrWhiteSpace(server.Description) ? "" : $": {DataFence.Line(server.Description)}";
        return $"- `{DataFence.Line(server.Name)}`{description}{tools}";
    }
}
