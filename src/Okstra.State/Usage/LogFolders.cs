using System.IO.Enumeration;
using Okstra.Core.Usage.Logs;
using Okstra.Core.Usage.Logs.Reading;
using Okstra.State.Files;

namespace Okstra.State.Usage;

/// <summary>Finds an agent's session logs. Links are followed, but a file or folder that can be reached in two ways is taken once, the way without a link first.</summary>
/// <param name="agent">Whose logs.</param>
internal sealed class LogFolders(LogAgent agent)
{
    private readonly KeyIndex _folders = new();
    private readonly KeyIndex _files = new();
    private readonly List<FoundLog> _found = [];
    private readonly List<ScanNote> _notes = [];

    public IReadOnlyList<ScanNote> Notes => _notes;

    /// <summary>In order of the folders, then of the paths below them.</summary>
    public IReadOnlyList<FoundLog> Find(IReadOnlyList<string> roots)
    {
        var logs = new List<FoundLog>();
        foreach (var root in roots)
        {
            _found.Clear();
            var linked = new Queue<string>();
            linked.Enqueue("");
            while (linked.TryDequeue(out var relative))
            {
                Walk(root, relative, linked);
            }

            _found.Sort(static (one, other) => string.CompareOrdinal(one.Relative, other.Relative));
            logs.AddRange(_found.Where(log => IsNew(_files, log.Stamp)));
        }

        return logs;
    }

    private static bool IsNew(KeyIndex seen, FileStamp stamp)
    {
        seen.Of(new LogKey((ulong)stamp.Device, (ulong)stamp.Inode), out var isNew);
        return isNew;
    }

    private void Walk(string root, string relative, Queue<string> linked)
    {
        var path = Path.Combine(root, relative);
        var stamp = FileStamp.Of(path);
        if (stamp.Kind != PathKind.Folder || !IsNew(_folders, stamp))
        {
            return;
        }

        var folders = new List<string>();
        try
        {
            foreach (var entry in Entries(path))
            {
                var below = relative.Length == 0 ? entry.Name : $"{relative}/{entry.Name}";
                if (!entry.IsFolder)
                {
                    Take(root, below);
                }
                else if (entry.IsLink)
                {
                    linked.Enqueue(below);
                }
                else
                {
                    folders.Add(below);
                }
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            _notes.Add(new ScanNote(path, "the folder cannot be read, so nothing below it was counted"));
        }

        foreach (var folder in folders)
        {
            Walk(root, folder, linked);
        }
    }

    private void Take(string root, string relative)
    {
        var form = agent.Form(relative);
        if (form == LogForm.None)
        {
            return;
        }

        var path = Path.Combine(root, relative);
        var stamp = FileStamp.Of(path);
        if (form == LogForm.Compressed || stamp.Kind != PathKind.Regular)
        {
            _notes.Add(new ScanNote(path, form == LogForm.Compressed ? "the log is compressed and was not read" : "the log cannot be read: it is no regular file, or its link leads nowhere"));
            return;
        }

        _found.Add(new FoundLog(root, relative, form, stamp));
    }

    private static FileSystemEnumerable<Entry> Entries(string path) => new(
        path,
        static (ref entry) => new Entry(entry.FileName.ToString(), entry.IsDirectory, entry.IsDirectory && entry.Attributes.HasFlag(FileAttributes.ReparsePoint)),
        new EnumerationOptions { AttributesToSkip = 0, IgnoreInaccessible = false });

    private sealed record Entry(string Name, bool IsFolder, bool IsLink);
}
