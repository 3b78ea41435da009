using Okstra.Core.Problems;
using Okstra.Core.Usage.Logs;
using Okstra.Core.Usage.Logs.Reading;
using Okstra.State.Writing;

namespace Okstra.State.Usage;

/// <summary>A file that is only believed when every byte of it was written by this very build; otherwise it is as if it were not there.</summary>
/// <param name="path">Absolute.</param>
/// <param name="writer">Writes it.</param>
internal sealed class CacheFile(string path, StateWriter writer)
{
    private const int SealSize = 16;

    // Another build may lay rows out differently or read lines differently, so it starts from nothing.
    private static readonly LogKey Build = LogKey.Of(typeof(LogDigest).Module.ModuleVersionId.ToByteArray(), LogKey.Of(typeof(CacheFile).Module.ModuleVersionId.ToByteArray()));

    /// <summary>Null when there is nothing to be believed.</summary>
    public BinaryReader? Open()
    {
        try
        {
            var bytes = File.ReadAllBytes(path);
            return bytes.Length >= SealSize && Mark(bytes.AsSpan(SealSize)).AsSpan().SequenceEqual(bytes.AsSpan(0, SealSize)) ? new BinaryReader(new MemoryStream(bytes, SealSize, bytes.Length - SealSize)) : null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Is the folder not writable, the next reading starts from nothing: slower, not wrong.</summary>
    public void Write(Action<BinaryWriter> content)
    {
        using var buffer = new MemoryStream(1 << 16);
        using var output = new BinaryWriter(buffer);
        output.Write(new byte[SealSize]);
        content(output);
        output.Flush();
        var bytes = buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
        Mark(bytes.Span[SealSize..]).CopyTo(bytes);
        try
        {
            writer.WriteFleeting(path, bytes);
        }
        catch (UserErrorException)
        {
            // Nothing depends on it.
        }
    }

    private static byte[] Mark(ReadOnlySpan<byte> content)
    {
        var (high, low) = LogKey.Of(content, Build);
        return [.. BitConverter.GetBytes(high), .. BitConverter.GetBytes(low)];
    }
}
