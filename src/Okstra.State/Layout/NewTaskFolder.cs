using Okstra.Core.Problems;
using Okstra.State.Writing;

namespace Okstra.State.Layout;

/// <summary>
/// Brings a task folder into being with all its files at once: they are written aside and moved to their place by one rename. Killed before, nothing is there, and
/// the next call writes the same files again.
/// </summary>
/// <param name="writer">The process's writer.</param>
public sealed class NewTaskFolder(StateWriter writer)
{
    /// <param name="aside">Folder on the same file system that only this task uses, absolute.</param>
    /// <param name="target">The task folder, absolute.</param>
    /// <param name="files">Texts by file name.</param>
    /// <returns>False when the target is there already; nothing of it was touched.</returns>
    /// <exception cref="UserErrorException">Disk full, folder not writable, ….</exception>
    public bool Create(string aside, string target, IReadOnlyDictionary<string, byte[]> files)
    {
        if (Path.Exists(target))
        {
            return false;
        }

        foreach (var (name, bytes) in files)
        {
            writer.Write(Path.Combine(aside, name), bytes);
        }

        writer.CreateFolder(Path.GetDirectoryName(target)!);
        try
        {
            Directory.Move(aside, target);
            LinuxFiles.FlushFolder(Path.GetDirectoryName(target)!);
            return true;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return Path.Exists(target) ? false : throw new UserErrorException(new Problem("OKS0201", $"cannot make '{target}': {failure.Message.Split(" : '")[0]}", "free space or make the folder writable, then run the same command again"), failure);
        }
    }
}
