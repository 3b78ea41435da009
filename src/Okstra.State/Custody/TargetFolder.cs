using Okstra.Core.Problems;

namespace Okstra.State.Custody;

/// <summary>A place something is about to be put at; what holds anything is left alone.</summary>
public static class TargetFolder
{
    public static bool IsFree(string path) => !Path.Exists(path) || (Directory.Exists(path) && !IsLink(path) && !Directory.EnumerateFileSystemEntries(path).Any());

    /// <summary>Makes the parents and removes an empty folder of that name, so that a finished one can be moved there.</summary>
    /// <exception cref="UserErrorException">Something is there, or the system refused.</exception>
    public static void Clear(string path)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            if (Directory.Exists(path))
            {
                // Refuses a folder that is not empty.
                Directory.Delete(path, recursive: false);
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException(new Problem("OKS0650", $"'{path}' cannot be used: {failure.Message.Split(" : '")[0]}", "name a folder that is new or empty"), failure);
        }
    }

    /// <summary>Removes a folder that is empty; anything else stays.</summary>
    public static void RemoveIfEmpty(string path)
    {
        if (Directory.Exists(path) && IsFree(path))
        {
            Directory.Delete(path, recursive: false);
        }
    }

    private static bool IsLink(string path) => new DirectoryInfo(path).LinkTarget is not null;
}
