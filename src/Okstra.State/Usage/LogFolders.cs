using System.IO.Enumeration;
using Okstra.Core.Usage.Logs;
using Okstra.State.Files;

namespace Okstra.State.Usage;

/// <summary>Finds an agent's session logs. Links are followed, but a file or folder that can be reached in two ways is taken once, the way without a link first.</summary>
/// <param name="agent">Whose logs.</param>
internal sealed class LogFolders(LogAgent agent)
{
    private readonly HashSet<(long Device, long Inode)> _folders = [];
    private readonly HashSet<(long Device, long Inode)> _files = [];
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
            var linked = new Queue<(string Path, string Relative)>([(root, "")]);
            while (linked.TryDequeue(out var folder))
            {
                Walk(folder.Path, folder.Relative, root, linked);
            }

            _found.Sort(static (one, other) => string.CompareOrdinal(one.Relative, other.Relative));
            logs.AddRange(_found.Where(log => _files.Add((log.Stamp.Device, log.Stamp.Inode))));
        }

        return logs;
    }

    private void Walk(string path, string relative, string root, Queue<(string Path, string Relative)> linked)
    {
        var stamp = FileStamp.Of(path);
        if (stamp.Kind != PathKind.Folder || !_folders.Add((stamp.Device, stamp.Inode)))
        {
            return;
        }

        var folders = new List<string>();
        try
        {
            foreach (var (name, isFolder, isLink) in Entries(path))
            {
                var below = relative.Length == 0 ? name : $"{relative}/{name}";
                if (!isFolder)
                {
                    Take(root, below);
                }
                else if (isLink)
                {
                    linked.Enqueue((Path.Combine(path, name), below));
                }
                else
                {
                    folders.Add(name);
                }
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            _notes.Add(new ScanNote(path, "the folder cannot be read, so nothing below it was counted"));
        }

        foreach (var name in folders)
        {
            Walk(Path.Combine(path, name), relative.Length == 0 ? name : $"{relative}/{name}", root, linked);
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

    private static FileSystemEnumerable<(string Name, bool IsFolder, bool IsLink)> Entries(string path) => new(
        path,
        static (ref entry) => (entry.FileName.ToString(), entry.IsDirectory, entry.IsDirectory && entry.Attributes.HasFlag(FileAttributes.ReparsePoint)),
        new EnumerationOptions { AttributesToSkip = 0, IgnoreInaccessible = false });
}
