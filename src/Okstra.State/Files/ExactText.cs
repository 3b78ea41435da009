using System.Text;
using Okstra.Core.Problems;

namespace Okstra.State.Files;

/// <summary>Text files people edit: read and written so that bytes nobody changed stay, byte-order mark and line endings too.</summary>
public static class ExactText
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <exception cref="UserErrorException">Missing, no regular file, unreadable, or not UTF-8.</exception>
    public static string Read(string path) => Read(path, long.MaxValue);

    /// <param name="path">The file.</param>
    /// <param name="most">Bytes it may have.</param>
    /// <exception cref="UserErrorException">The same, or larger.</exception>
    public static string Read(string path, long most)
    {
        var (kind, _, size) = PathStatus.Of(path, follow: true);
        if (size > most)
        {
            throw new UserErrorException("OKS0840", $"'{path}' has {size} bytes; {most} at most are read", "put what no reader needs into a file of its own and name it");
        }

        if (kind == PathKind.Missing)
        {
            throw new UserErrorException("OKS0203", $"'{path}' does not exist", "check the run or task named, or run its command again");
        }

        try
        {
            return kind is PathKind.Folder or PathKind.Special ? throw new IOException("it is no regular file") : Strict.GetString(File.ReadAllBytes(path));
        }
        catch (DecoderFallbackException failure)
        {
            throw new UserErrorException(new Problem("OKS0793", $"'{path}' is not UTF-8 text (byte {failure.Index + 1}), so writing it back could lose something", "save it as UTF-8"), failure);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException(new Problem("OKS0207", $"cannot read '{path}': {failure.Message.Split(" : '")[0]}", "make it a file that you can read"), failure);
        }
    }
}
