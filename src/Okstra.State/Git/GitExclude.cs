using System.Text;
using Okstra.Core.Problems;
using Okstra.State.Writing;

namespace Okstra.State.Git;

/// <summary>Keeps okstra's state out of <c>git status</c> without touching a file the project tracks.</summary>
public static class GitExclude
{
    private const string StateFolder = ".okstra";

    /// <summary>The pattern that matches one path and nothing else; no trailing slash, so that a link of that name is meant too.</summary>
    /// <param name="subfolder">Relative to the top of the working tree; <c>.</c> at its top.</param>
    /// <param name="name">Path below it.</param>
    public static string Line(string subfolder, string name) =>
        string.Concat((subfolder is "." or "" ? $"/{name}" : $"/{subfolder}/{name}").Replace('\\', '/').Select(letter => letter is '*' or '?' or '[' or ' ' or '!' or '#' ? $"\\{letter}" : $"{letter}"));

    /// <summary>Adds the line of the state folder once; every other byte of the file stays.</summary>
    /// <param name="excludeFile"><c>info/exclude</c> of the common git directory, absolute.</param>
    /// <param name="subfolder">Where the project lies in the working tree; <c>.</c> at its top.</param>
    /// <param name="writer">The process's writer.</param>
    /// <returns>True when the line was missing.</returns>
    public static bool Ensure(string excludeFile, string subfolder, StateWriter writer)
    {
        var bytes = Read(excludeFile);
        var wanted = Line(subfolder, StateFolder);
        if (Encoding.UTF8.GetString(bytes).Split('\n').Any(line => string.Equals(line.TrimEnd(), wanted, StringComparison.Ordinal)))
        {
            return false;
        }

        var separator = bytes.Length == 0 || bytes[^1] == (byte)'\n' ? "" : "\n";
        writer.Write(excludeFile, [.. bytes, .. Encoding.UTF8.GetBytes($"{separator}{wanted}\n")]);
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
