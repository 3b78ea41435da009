using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Okstra.State.Writing;

/// <summary>What the framework does not offer: O_APPEND, fsync of a folder, the kind of a path, SIGKILL to ourselves.</summary>
internal static partial class LinuxFiles
{
    internal const int NoSpace = 28;
    private const int ReadOnly = 0;
    private const int ReadWrite = 2;
    private const int CreateFlag = 0x40;
    private const int AppendFlag = 0x400;
    private const int CloseOnExec = 0x80000;
    private const int Sigkill = 9;

    /// <summary>Opens for appending; <c>FileMode.Append</c> only seeks once, so two writers would overwrite each other.</summary>
    internal static SafeFileHandle OpenForAppend(string path, UnixFileMode mode)
    {
        var handle = Open(path, ReadWrite | CreateFlag | AppendFlag | CloseOnExec, (uint)mode);
        return handle.IsInvalid ? throw LastError($"cannot open '{path}'") : handle;
    }

    internal static void WriteOnce(SafeFileHandle handle, ReadOnlySpan<byte> bytes, string path)
    {
        var written = Write(handle, bytes, (nuint)bytes.Length);
        if (written < 0)
        {
            throw LastError($"cannot write '{path}'");
        }

        if (written != bytes.Length)
        {
            throw new IOException($"only {written} of {bytes.Length} bytes were written to '{path}'", NoSpace);
        }
    }

    /// <summary>Makes a rename or a new name durable; a file system that cannot do it says EINVAL, which is all right.</summary>
    internal static void FlushFolder(string path)
    {
        using var handle = Open(path, ReadOnly | CloseOnExec, 0);
        if (!handle.IsInvalid)
        {
            _ = Sync(handle);
        }
    }

    internal static void KillSelf() => _ = Kill(Environment.ProcessId, Sigkill);

    private static IOException LastError(string what)
    {
        var error = Marshal.GetLastPInvokeError();
        return new IOException($"{what}: {Marshal.GetPInvokeErrorMessage(error)}", error);
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial SafeFileHandle Open(string path, int flags, uint mode);

    [LibraryImport("libc", EntryPoint = "write", SetLastError = true)]
    private static partial nint Write(SafeFileHandle handle, ReadOnlySpan<byte> bytes, nuint count);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int Sync(SafeFileHandle handle);

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static partial int Kill(int pid, int signal);
}
