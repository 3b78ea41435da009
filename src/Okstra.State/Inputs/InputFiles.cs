using System.Text;
using Okstra.Core.Problems;
using Okstra.State.Documents;
using Okstra.State.Files;

namespace Okstra.State.Inputs;

/// <summary>Reads what users hand in: bounded, text only, each mistake with its own sentence.</summary>
public static class InputFiles
{
    /// <summary>1 MiB: two hundred thousand words; more is no brief but material it should point at.</summary>
    public const int SizeLimit = 1024 * 1024;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <exception cref="UserErrorException">Missing, a folder, empty, binary, not UTF-8, too large, or no regular file.</exception>
    public static InputText ReadBrief(string path) => Read(path, "brief");

    /// <summary>Any other input of that kind: a directive, a clarification response.</summary>
    /// <param name="path">As given; relative to the current folder is the caller's business.</param>
    /// <param name="what">Its name in messages.</param>
    public static InputText Read(string path, string what)
    {
        var status = PathStatus.Of(path, follow: true);
        switch (status)
        {
            case { Kind: PathKind.Missing }:
                throw Refused("OKS0211", $"the {what} '{path}' does not exist", $"name an existing text file as the {what}");
            case { Kind: PathKind.Folder }:
                throw Refused("OKS0212", $"the {what} '{path}' is a folder", "name the text file itself");
            case { Kind: PathKind.Special }:
                throw Refused("OKS0217", $"the {what} '{path}' is a pipe, socket or device", "save the text to a regular file first");
            case { Size: > SizeLimit }:
                throw Refused("OKS0216", $"the {what} '{path}' is {Megabytes(status.Size)} MiB; at most 1 MiB is read", $"shorten the {what} and point at the material instead of pasting it");
            default:
                return Decode(path, what, ReadBounded(path, what, SizeLimit));
        }
    }

    /// <summary>What a worker answered, as it is: whether it is empty or malformed is for its contract to say.</summary>
    /// <param name="path">As given.</param>
    /// <param name="limit">Most bytes that are read.</param>
    /// <exception cref="UserErrorException">Missing, a folder, too large, unreadable, or no regular file.</exception>
    public static string ReadAnswer(string path, int limit)
    {
        var status = PathStatus.Of(path, follow: true);
        switch (status)
        {
            case { Kind: PathKind.Missing }:
                throw Refused("OKS0211", $"the answer '{path}' does not exist", "name an existing file, or - for standard input");
            case { Kind: PathKind.Folder }:
                throw Refused("OKS0212", $"the answer '{path}' is a folder", "name the file itself");
            case { Kind: PathKind.Special }:
                throw Refused("OKS0217", $"the answer '{path}' is a pipe, socket or device", "name a regular file, or - for standard input");
            default:
                var bytes = ReadBounded(path, "answer", limit);
                return bytes.Length <= limit
                    ? Encoding.UTF8.GetString(bytes)
                    : throw Refused("OKS0216", $"the answer '{path}' is larger than {Megabytes(limit)} MiB", "have the worker answer again, shorter");
        }
    }

    private static InputText Decode(string path, string what, byte[] bytes)
    {
        if (bytes.Length > SizeLimit)
        {
            throw Refused("OKS0216", $"the {what} '{path}' grew beyond 1 MiB while it was read", $"shorten the {what} and point at the material instead of pasting it");
        }

        if (bytes.AsSpan().Contains((byte)0))
        {
            throw Refused("OKS0214", $"the {what} '{path}' is a binary file", "save it as UTF-8 text");
        }

        string text;
        try
        {
            text = Strict.GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException failure)
        {
            throw Refused("OKS0215", $"the {what} '{path}' is not UTF-8 text (byte {failure.Index + 1})", "save it as UTF-8");
        }

        return string.IsNullOrWhiteSpace(text)
            ? throw Refused("OKS0213", $"the {what} '{path}' is empty", "describe the task in it")
            : new InputText(Path.GetFullPath(path), text, ContentHash.OfBytes(bytes));
    }

    private static byte[] ReadBounded(string path, string what, int limit)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var buffer = new byte[limit + 1];
            return buffer[..stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false)];
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException(new Problem("OKS0207", $"cannot read the {what} '{path}': {failure.Message.Split(" : '")[0]}", "make it readable for you"), failure);
        }
    }

    private static long Megabytes(long bytes) => (bytes + SizeLimit - 1) / SizeLimit;

    private static UserErrorException Refused(string code, string message, string hint) => new(code, message, hint);
}
