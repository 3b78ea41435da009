namespace Okstra.State.Writing;

/// <summary>Temp file in the same folder, flush, rename over, fsync of the folder: after a kill the old or the new bytes are there, never a mix.</summary>
internal static class AtomicFile
{
    private const int Attempts = 20;

    /// <summary>EAGAIN of Linux and of macOS: the file is locked by somebody else.</summary>
    private const int Contention = 11;
    private const int ContentionOnMac = 35;

    /// <summary>Replaces or creates <paramref name="path"/>.</summary>
    /// <param name="path">Absolute.</param>
    /// <param name="content">All of it.</param>
    /// <param name="mode">Permissions of a new file; an existing file keeps its own.</param>
    /// <param name="commit">Called with everything on disk and nothing visible; throwing gives the write up.</param>
    internal static void Write(string path, byte[] content, UnixFileMode? mode, Action commit) =>
        Retrying(commit, once => WriteOnce(path, content, mode, once, File.Move, isDurable: true));

    /// <summary>As <see cref="Write"/>, but a power failure may lose it: for what can be made again.</summary>
    internal static void WriteFleeting(string path, ReadOnlyMemory<byte> content, UnixFileMode? mode, Action commit) =>
        Retrying(commit, once => WriteOnce(path, content, mode, once, File.Move, isDurable: false));

    /// <summary>As <see cref="Write"/>, but refuses when the name is taken.</summary>
    internal static void CreateNew(string path, byte[] content, UnixFileMode? mode, Action commit) =>
        Retrying(commit, once => WriteOnce(path, content, mode, once, static (from, to, _) => File.Move(from, to, overwrite: false), isDurable: true));

    /// <summary>
    /// A sweeper in another thread or process may take our temp file in the instant between its creation and its lock: then opening it finds it held, or renaming
    /// it finds it gone. Nothing was visible yet, so the write is simply begun again.
    /// </summary>
    private static void Retrying(Action commit, Action<Action> write)
    {
        var committed = false;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                write(CommitOnce);
                return;
            }
            catch (IOException failure) when (attempt < Attempts && (failure is FileNotFoundException || failure.HResult is Contention or ContentionOnMac))
            {
            }
        }

        void CommitOnce()
        {
            if (!committed)
            {
                committed = true;
                commit();
            }
        }
    }

    private static void WriteOnce(string path, ReadOnlyMemory<byte> content, UnixFileMode? mode, Action commit, Action<string, string, bool> move, bool isDurable)
    {
        var folder = Path.GetDirectoryName(path)!;
        Sweep(folder, path);
        var temporary = Path.Combine(folder, $".{Path.GetFileName(path)}.{Path.GetRandomFileName()}.tmp");
        try
        {
            // The stream stays open, and with it its lock, until the rename is done: a sweeper sees that the file is in use.
            using (var stream = new FileStream(temporary, Options(path, mode)))
            {
                stream.Write(content.Span);
                stream.Flush(flushToDisk: isDurable);
                commit();
                move(temporary, path, true);
            }
        }
        finally
        {
            File.Delete(temporary);
        }

        if (isDurable)
        {
            LinuxFiles.FlushFolder(folder);
        }
    }

    private static FileStreamOptions Options(string path, UnixFileMode? mode)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None, BufferSize = 0 };
        if (!OperatingSystem.IsWindows())
        {
            var wanted = File.Exists(path) ? File.GetUnixFileMode(path) : mode;
            options.UnixCreateMode = wanted ?? options.UnixCreateMode;
        }

        return options;
    }

    /// <summary>Removes what writers of this file left behind when they were killed.</summary>
    private static void Sweep(string folder, string path)
    {
        foreach (var stray in Directory.EnumerateFiles(folder, $".{Path.GetFileName(path)}.*.tmp"))
        {
            try
            {
                using var unused = new FileStream(stray, FileMode.Open, FileAccess.Write, FileShare.None);
                File.Delete(stray);
            }
            catch (IOException)
            {
                // Locked: its writer is alive.
            }
        }
    }
}
