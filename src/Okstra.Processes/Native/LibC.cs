using System.Runtime.InteropServices;

namespace Okstra.Processes.Native;

/// <summary>The system calls the process tree needs and the base library does not offer.</summary>
internal static partial class LibC
{
    public const int SigKill = 9;
    public const int NoHang = 1;

    private const int SetChildSubreaper = 36;
    private const int CurrentFolder = -100;
    private const int ReadPermission = 4;
    private const int DoNotFollow = 0x100;
    private const int PermissionDenied = 13;

    public static void Kill(int pid, int signal) => _ = kill(pid, signal);

    /// <summary>Takes the exit status of exactly one dead child; never of "any", because the base library waits for its own.</summary>
    public static void Reap(int pid) => _ = waitpid(pid, out _, NoHang);

    /// <summary>True when this process now leads a session of its own.</summary>
    public static bool StartSession() => setsid() >= 0 || getsid(0) == Environment.ProcessId;

    public static int OwnSession() => getsid(0);

    /// <summary>From now on orphaned descendants become children of this process instead of init's.</summary>
    public static bool BecomeSubreaper() => OperatingSystem.IsLinux() && prctl(SetChildSubreaper, 1, 0, 0, 0) == 0;

    /// <summary>Bytes read from a descriptor; 0 or less at the end of file.</summary>
    public static int Read(int descriptor, byte[] buffer, int count) => (int)read(descriptor, buffer, (nuint)count);

    /// <summary>Whether a path is a file or folder this user may not read; what is a link or gone is neither.</summary>
    /// <param name="path">Bytes ended by NUL: a name on disk need not be text.</param>
    public static bool IsUnreadable(byte[] path) => faccessat(CurrentFolder, path, ReadPermission, DoNotFollow) != 0 && Marshal.GetLastPInvokeError() == PermissionDenied;

#pragma warning disable IDE1006, SYSLIB1054 // The names are the C library's.
    [LibraryImport("libc", SetLastError = true)]
    private static partial int kill(int pid, int signal);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int waitpid(int pid, out int status, int options);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int setsid();

    [LibraryImport("libc", SetLastError = true)]
    private static partial int getsid(int pid);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int prctl(int option, nuint second, nuint third, nuint fourth, nuint fifth);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int faccessat(int folder, byte[] path, int mode, int flags);

    [LibraryImport("libc", SetLastError = true)]
    private static partial nint read(int descriptor, [Out] byte[] buffer, nuint count);
#pragma warning restore IDE1006, SYSLIB1054
}
