using System.Text;
using Okstra.Core.Hosting;
using Okstra.Core.Problems;

namespace Okstra.State.Writing;

/// <summary>Every durable write of okstra: whole files atomically, lines by append (R-LAY-53, R-OPN-05).</summary>
/// <param name="faults">Test hook.</param>
/// <param name="privateRoot">Folder whose files only the user may read: <c>$OKSTRA_HOME</c>.</param>
public sealed class StateWriter(WriteFaults faults, string privateRoot)
{
    private const UnixFileMode OwnerFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OwnerFolder = OwnerFile | UnixFileMode.UserExecute;
    private const UnixFileMode EveryonesFile = OwnerFile | UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;
    private readonly Lock _appending = new();
    private readonly string _privatePrefix = Path.TrimEndingDirectorySeparator(Path.GetFullPath(privateRoot)) + Path.DirectorySeparatorChar;

    /// <summary>The writer of a process.</summary>
    public static StateWriter For(HostEnvironment host) => new(WriteFaults.From(host), host.OkstraHome);

    /// <summary>Replaces or creates a file, UTF-8 without byte-order mark.</summary>
    public void Write(string path, string text) => Write(path, Encoding.UTF8.GetBytes(text));

    /// <summary>Replaces or creates a file; missing folders are made.</summary>
    /// <exception cref="UserErrorException">Disk full, folder not writable, …: the old bytes are intact and no temp file is left.</exception>
    public void Write(string path, byte[] content) => Durably(path, number =>
        AtomicFile.Write(path, content, ModeOf(path), () => number(faults.Before(path))));

    /// <summary>
    /// Replaces or creates a file that can be made again from others: whole or not at all for every other process, but not flushed. Its reader must notice a torn one.
    /// </summary>
    public void WriteFleeting(string path, ReadOnlyMemory<byte> content) => Durably(path, number =>
        AtomicFile.WriteFleeting(path, content, ModeOf(path), () => number(faults.Before(path))));

    /// <summary>Creates a write-once document.</summary>
    /// <exception cref="UserErrorException">It exists already, or it cannot be written.</exception>
    public void CreateNew(string path, byte[] content)
    {
        if (Path.Exists(path))
        {
            throw AlreadyThere(path);
        }

        Durably(path, number => AtomicFile.CreateNew(path, content, ModeOf(path), () => number(faults.Before(path))));
    }

    /// <summary>Appends one line (without its newline) in one write and flushes it; a torn last line is ended first.</summary>
    public void AppendLine(string path, string line) => Durably(path, number =>
    {
        lock (_appending)
        {
            number(faults.Before(path));
            AppendedLine.Write(path, line, ModeOf(path) ?? EveryonesFile);
        }
    });

    /// <summary>Makes a folder and its parents; below <c>$OKSTRA_HOME</c> only the user may enter it.</summary>
    public void CreateFolder(string path)
    {
        try
        {
            if (IsPrivate(path) && !OperatingSystem.IsWindows())
            {
                Directory.CreateDirectory(path, OwnerFolder);
            }
            else
            {
                Directory.CreateDirectory(path);
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw CannotWrite(path, failure);
        }
    }

    private static UserErrorException AlreadyThere(string path) =>
        new("OKS0202", $"'{path}' exists already and is written only once", "a finished document is never replaced; start a new run instead");

    private static UserErrorException CannotWrite(string path, Exception failure) =>
        new(new Problem("OKS0201", $"cannot write '{path}': {Reason(failure)}", "free space or make the folder writable, then run the same command again"), failure);

    // The framework appends ": '<path>'", naming the temp file, which means nothing to the user.
    private static string Reason(Exception failure) => failure.HResult == LinuxFiles.NoSpace
        ? "no space left on the device"
        : failure.Message.Split(" : '")[0];

    private void Durably(string path, Action<Action<int>> write)
    {
        CreateFolder(Path.GetDirectoryName(path)!);
        var number = 0;
        try
        {
            write(given => number = given);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentOutOfRangeException)
        {
            // The framework turns EFBIG (a file size limit) into ArgumentOutOfRangeException.
            throw CannotWrite(path, failure);
        }

        faults.After(path, number);
    }

    private UnixFileMode? ModeOf(string path) => IsPrivate(path) ? OwnerFile : null;

    private bool IsPrivate(string path) => (Path.GetFullPath(path) + Path.DirectorySeparatorChar).StartsWith(_privatePrefix, StringComparison.Ordinal);
}
