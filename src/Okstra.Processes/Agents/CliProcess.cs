namespace Okstra.Processes.Agents;

/// <summary>What to start, and the small files (schema, settings, policy) it needs, by name inside the support directory.</summary>
public sealed record CliProcess(ProcessSpec Spec, IReadOnlyDictionary<string, string> SupportFiles)
{
    /// <summary>File inside the support directory the CLI writes its last message to; read afterwards into <see cref="CliOutput.LastMessage"/>, null when it was not written.</summary>
    public string? LastMessageFile { get; init; }
}
