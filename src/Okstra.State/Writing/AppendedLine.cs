using System.Text;

namespace Okstra.State.Writing;

/// <summary>One line at the end of a file other processes may append to as well.</summary>
internal static class AppendedLine
{
    internal static void Write(string path, string line, UnixFileMode mode)
    {
        var isNew = !File.Exists(path);
        using var handle = LinuxFiles.OpenForAppend(path, mode);
        LinuxFiles.WriteOnce(handle, Encoding.UTF8.GetBytes($"{(EndsTorn(handle) ? "\n" : "")}{line}\n"), path);
        RandomAccess.FlushToDisk(handle);
        if (isNew)
        {
            LinuxFiles.FlushFolder(Path.GetDirectoryName(path)!);
        }
    }

    private static bool EndsTorn(Microsoft.Win32.SafeHandles.SafeFileHandle handle)
    {
        var length = RandomAccess.GetLength(handle);
        Span<byte> last = stackalloc byte[1];
        return length > 0 && RandomAccess.Read(handle, last, length - 1) == 1 && last[0] != (byte)'\n';
    }
}
