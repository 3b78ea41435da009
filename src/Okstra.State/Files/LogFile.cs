using Okstra.Core.Problems;

namespace Okstra.State.Files;

/// <summary>Streams for the output of a child process; not durable writes, nothing decides from them.</summary>
public static class LogFile
{
    /// <summary>Starts the file anew; other processes may read it while it grows.</summary>
    public static Stream Create(string path)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            return new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException(new Problem("OKS0201", $"cannot write '{path}': {failure.Message.Split(" : '")[0]}", "free space or make the folder writable"), failure);
        }
    }
}
