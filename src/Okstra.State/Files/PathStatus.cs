using System.Runtime.InteropServices;

namespace Okstra.State.Files;

/// <summary>Kind, permissions and size of a path from one <c>statx</c> call; the framework cannot tell a FIFO from a file.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Permissions">The low twelve bits of the mode.</param>
/// <param name="Size">Bytes.</param>
internal readonly partial record struct PathStatus(PathKind Kind, int Permissions, long Size)
{
    private const int CurrentFolder = -100;
    private const int DoNotFollow = 0x100;
    private const uint BasicFields = 0x7ff;
    private const int BufferSize = 256;
    private const int ModeOffset = 28;
    private const int SizeOffset = 40;
    private const int KindMask = 0xF000;
    private const int PermissionMask = 0xFFF;

    /// <summary>Of the thing a link points at when <paramref name="follow"/>; a path that cannot be looked at counts as missing.</summary>
    internal static PathStatus Of(string path, bool follow)
    {
        // struct statx has the same layout on every Linux: stx_mode is a 16-bit field at 28, stx_size a 64-bit one at 40.
        Span<byte> buffer = stackalloc byte[BufferSize];
        if (Statx(CurrentFolder, path, follow ? 0 : DoNotFollow, BasicFields, buffer) != 0)
        {
            return new PathStatus(PathKind.Missing, 0, 0);
        }

        var mode = MemoryMarshal.Read<ushort>(buffer[ModeOffset..]);
        var kind = (mode & KindMask) switch
        {
            0x8000 => PathKind.Regular,
            0x4000 => PathKind.Folder,
            0xA000 => PathKind.Link,
            _ => PathKind.Special,
        };
        return new PathStatus(kind, mode & PermissionMask, MemoryMarshal.Read<long>(buffer[SizeOffset..]));
    }

    [LibraryImport("libc", EntryPoint = "statx", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int Statx(int folder, string path, int flags, uint mask, Span<byte> buffer);
}
