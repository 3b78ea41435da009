namespace Okstra.State.Writing;

/// <summary>Temp file in the same folder, flush, rename over, fsync of the folder: after a kill the old or the new bytes are there, never a mix.</summary>
internal static class AtomicFile
{
    private const int Attempts = 3;

    /// <summary>Replaces or creates <paramref name="path"/>.</summary>
    /// <param name="path">Absolute.</param>
    /// <param name="content">All of it.</param>
    /// <param name="mode">Permissions of a new file; an existing file keeps its own.</param>
    /// <param name="commit">Called with everything on disk and nothing visible; throwing gives the write up.</param>
    internal static void Write(string path, ReadOnlySpan<byte> content, UnixFileMode? mode, Action commit)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                WriteOnce(path, content, mode, attempt == 1 ? commit : null, File.Move);
                return;
            }
            catch (FileNotFoundException) when (attempt < Attempts)
            {
                // Another process swept our temp file in the instant between its creation and its lock.
            }
        }
    }

    /// <summary>As <see cref="Write"/>, but refuses when the name is taken.</summary>
    internal static void CreateNew(string path, ReadOnlySpan<byte> content, UnixFileMode? mode, Action commit) =>
        WriteOnce(path, content, mode, commit, static (from, to, _) => File.Move(from, to, overwrite: false));

    private static void WriteOnce(string path, ReadOnlySpan<byte> content, UnixFileMode? mode, Action? commit, Action<string, string, bool> move)
    {
        var folder = Path.GetDirectoryName(path)!;
        Sweep(folder, path);
        var temporary = Path.Combine(folder, $".{Path.GetFileName(path)}.{Path.GetRandomFileName()}.tmp");
        try
        {
            // The stream stays open, and with it its lock, until the rename is done: a sweeper sees that the file is in use.
            using (var stream = new FileStream(temporary, Options(path, mode)))
            {
                stream.Write(content);
                stream.Flush(flushToDisk: true);
                commit?.Invoke();
                move(temporary, path, true);
            }
        }
        finally
        {
            File.Delete(temporary);
        }

        LinuxFiles.FlushFolder(folder);
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
