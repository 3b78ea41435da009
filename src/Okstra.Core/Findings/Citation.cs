using System.Text.Json.Serialization;

namespace Okstra.Core.Findings;

/// <summary>Evidence as a worker cites it; whether it holds is decided by code, never by the worker.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(File), "file")]
[JsonDerivedType(typeof(Command), "command")]
[JsonDerivedType(typeof(Commit), "commit")]
[JsonDerivedType(typeof(Mcp), "mcp")]
public abstract record Citation
{
    private Citation()
    {
    }

    public required string Quote { get; init; }

    /// <summary>Lines of a file of the inspected commit, 1-based and inclusive.</summary>
    public sealed record File : Citation
    {
        public required string Path { get; init; }

        public required int StartLine { get; init; }

        public required int EndLine { get; init; }
    }

    /// <summary>A command that was run and recorded in this run.</summary>
    public sealed record Command : Citation
    {
        public required IReadOnlyList<string> Argv { get; init; }

        public required int ExitCode { get; init; }
    }

    /// <summary>A commit of the repository's history.</summary>
    public sealed record Commit : Citation
    {
        public required string Sha { get; init; }
    }

    /// <summary>A SELECT through a read-only MCP server (R-CON-73).</summary>
    public sealed record Mcp : Citation
    {
        public required string Server { get; init; }

        public required string Table { get; init; }

        public required string Select { get; init; }
    }
}
