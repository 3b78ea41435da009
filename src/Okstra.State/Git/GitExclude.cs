using System.Text;
using Okstra.Core.Problems;
using Okstra.State.Writing;

namespace Okstra.State.Git;

/// <summary>Keeps okstra's state out of <c>git status</c> without touching a file the project tracks.</summary>
public static class GitExclude
{
    /// <summary>No trailing slash: a link of that name is meant too.</summary>
    public const string Line = "/.okstra";

    /// <summary>Adds the line once; every other byte of the file stays.</summary>
    /// <param name="excludeFile"><c>info/exclude</c> of the common git directory, absolute.</param>
    /// <param name="writer">The process's writer.</param>
    /// <returns>True when the line was missing.</returns>
    public static bool Ensure(string excludeFile, StateWriter writer)
    {
        var bytes = Read(excludeFile);
        if (Encoding.UTF8.GetString(bytes).Split('\n').Any(line => string.Equals(line.TrimEnd(), Line, StringComparison.Ordinal)))
        {
            return false;
        }

        var separator = bytes.Length == 0 || bytes[^1] == (byte)'\n' ? "" : "\n";
        writer.Write(excludeFile, [.. bytes, .. Encoding.UTF8.GetBytes($"{separator}{Line}\n")]);
        return true;
    }

    private static byte[] Read(string path)
    {
        try
        {
            return File.Exists(path) ? File.ReadAllBytes(path) : [];
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException(new Problem("OKS0207", $"cannot read '{path}': {failure.Message.Split(" : '")[0]}", "make it readable for you"), failure);
        }
    }
}
