namespace Okstra.State.Inputs;

/// <summary>A text file a user handed in.</summary>
/// <param name="Path">Absolute.</param>
/// <param name="Text">Without byte-order mark.</param>
/// <param name="Sha256">Of the bytes as they are on disk.</param>
public sealed record InputText(string Path, string Text, string Sha256);
