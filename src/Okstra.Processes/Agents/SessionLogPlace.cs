namespace Okstra.Processes.Agents;

/// <summary>Where to look for the log of one session.</summary>
/// <param name="Folder">Absolute; searched with its sub-folders.</param>
/// <param name="NameEnd">How the file's name ends.</param>
public sealed record SessionLogPlace(string Folder, string NameEnd);
