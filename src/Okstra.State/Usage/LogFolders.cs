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
                Walk(root, relative, FileStamp.Of(Path.Combine(root, relative), follow: true), linked);
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

    private void Walk(string root, string relative, FileStamp folder, Queue<string> linked)
    {
        if (folder.Kind != PathKind.Folder || !IsNew(_folders, folder))
        {
            return;
        }

        foreach (var below in Below(root, relative))
        {
            var stamp = FileStamp.Of(Path.Combine(root, below), follow: false);
            if (stamp.Kind == PathKind.Link)
            {
                linked.Enqueue(below);
            }
            else
            {
                Walk(root, below, stamp, linked);
            }
        }
    }

    /// <summary>Takes the logs of a folder; the folders in it.</summary>
    private List<string> Below(string root, string relative)
    {
        var path = Path.Combine(root, relative);
        var folders = new List<string>();
        try
        {
            foreach (var entry in Entries(path))
            {
                var below = relative.Length == 0 ? entry.Name : $"{relative}/{entry.Name}";
                if (entry.IsFolder)
                {
                    folders.Add(below);
                }
                else
                {
                    Take(root, below);
                }
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            _notes.Add(new ScanNote(path, "the folder cannot be read, so nothing below it was counted"));
        }

        return folders;
    }

    private void Take(string root, string relative)
    {
        var form = agent.Form(relative);
        if (form == LogForm.None)
        {
            return;
        }

        var path = Path.Combine(root, relative);
        var stamp = FileStamp.Of(path, follow: true);
        if (form == LogForm.Compressed || stamp.Kind != PathKind.Regular)
        {
            _notes.Add(new ScanNote(path, form == LogForm.Compressed ? "the log is compressed and was not read" : "the log cannot be read: it is no regular file, or its link leads nowhere"));
            return;
        }

        _found.Add(new FoundLog(root, relative, form, stamp));
    }

    private static FileSystemEnumerable<Entry> Entries(string path) => new(
        path,
        static (ref entry) => new Entry(entry.FileName.ToString(), entry.IsDirectory),
        new EnumerationOptions { AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false });

    private sealed record Entry(string Name, bool IsFolder);
}
