using Okstra.Core.Usage.Logs;

namespace Okstra.State.Usage;

/// <summary>A session log on the disk.</summary>
/// <param name="Root">Log folder it is below, absolute.</param>
/// <param name="Relative">Below it, with <c>/</c>.</param>
/// <param name="Form">How it is read.</param>
/// <param name="Stamp">Its state when it was found.</param>
internal sealed record FoundLog(string Root, string Relative, LogForm Form, FileStamp Stamp)
{
    public string Path { get; } = System.IO.Path.Combine(Root, Relative);
}
