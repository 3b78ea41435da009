namespace Okstra.Engine.Demo;

/// <summary>A file of the demonstration repository as one commit leaves it.</summary>
/// <param name="Path">Relative path.</param>
/// <param name="Text">ASCII.</param>
public sealed record DemoFile(string Path, string Text);
