using Okstra.Core.Problems;

namespace Okstra.State.Files;

/// <summary>Small text files okstra wrote itself (prompts, reports, templates in the instruction set).</summary>
public static class TextFiles
{
    /// <exception cref="UserErrorException">Missing or unreadable.</exception>
    public static string Read(string path) => TryRead(path)
        ?? throw new UserErrorException("OKS0203", $"'{path}' does not exist", "check the run or task named, or run its command again");

    /// <summary>Null when the file does not exist.</summary>
    public static string? TryRead(string path)
    {
        try
        {
            return File.Exists(path) ? File.ReadAllText(path) : null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException(new Problem("OKS0207", $"cannot read '{path}': {failure.Message.Split(" : '")[0]}", "make it a file that you can read"), failure);
        }
    }
}
