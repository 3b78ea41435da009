namespace Okstra.Processes.Git;

/// <summary>Tells ids of git objects from names that git would interpret.</summary>
internal static class GitObjectId
{
    private const int Sha1Length = 40;
    private const int Sha256Length = 64;
    private const int ShortestLength = 4;

    public static bool IsFull(string text) => text.Length is Sha1Length or Sha256Length && text.All(char.IsAsciiHexDigit);

    /// <summary>A full id or its beginning.</summary>
    public static bool IsPossible(string text) => text.Length is >= ShortestLength and <= Sha256Length && text.All(char.IsAsciiHexDigit);
}
