using System.Security.Cryptography;
using System.Text;
using Okstra.Core.Problems;

namespace Okstra.State.Documents;

/// <summary>SHA-256 as 64 lower-case hex digits; what a document names its inputs by.</summary>
public static class ContentHash
{
    public static string OfText(string text) => OfBytes(Encoding.UTF8.GetBytes(text));

    public static string OfBytes(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <exception cref="UserErrorException">Missing or unreadable.</exception>
    public static string OfFile(string path) => TryOfFile(path)
        ?? throw new UserErrorException("OKS0203", $"'{path}' does not exist", "a document of this run was removed; start the run again");

    /// <summary>Null when the file does not exist.</summary>
    public static string? TryOfFile(string path)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            return Convert.ToHexStringLower(SHA256.HashData(stream));
        }
        catch (FileNotFoundException)
        {
            return null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException(new Problem("OKS0207", $"cannot read '{path}': {failure.Message.Split(" : '")[0]}", "make it readable for you"), failure);
        }
    }
}
