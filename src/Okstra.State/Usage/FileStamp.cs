using System.Buffers.Binary;
using Okstra.State.Files;

namespace Okstra.State.Usage;

/// <summary>Which file it is and which state of it, from one <c>statx</c> call: what is equal here needs no reading.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Device">Where it is.</param>
/// <param name="Inode">Which it is there.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Modified">Nanoseconds since 1970.</param>
internal readonly record struct FileStamp(PathKind Kind, long Device, long Inode, long Size, long Modified)
{
    private const int CurrentFolder = -100;
    private const uint BasicFields = 0x7ff;

    private const int DoNotFollow = 0x100;

    /// <summary>Of what is there; of what a link points at when <paramref name="follow"/>. The default when there is nothing.</summary>
    internal static FileStamp Of(string path, bool follow)
    {
        // The layout of struct statx is the same on every Linux.
        Span<byte> buffer = stackalloc byte[256];
        if (PathStatus.Statx(CurrentFolder, path, follow ? 0 : DoNotFollow, BasicFields, buffer) != 0)
        {
            return default;
        }

        var kind = (BinaryPrimitives.ReadUInt16LittleEndian(buffer[28..]) & 0xF000) switch
        {
            0x8000 => PathKind.Regular,
            0x4000 => PathKind.Folder,
            0xA000 => PathKind.Link,
            _ => PathKind.Special,
        };
        return new FileStamp(
            kind,
            ((long)BinaryPrimitives.ReadUInt32LittleEndian(buffer[136..]) << 32) | BinaryPrimitives.ReadUInt32LittleEndian(buffer[140..]),
            BinaryPrimitives.ReadInt64LittleEndian(buffer[32..]),
            BinaryPrimitives.ReadInt64LittleEndian(buffer[40..]),
            (BinaryPrimitives.ReadInt64LittleEndian(buffer[112..]) * 1_000_000_000) + BinaryPrimitives.ReadUInt32LittleEndian(buffer[120..]));
    }
}
