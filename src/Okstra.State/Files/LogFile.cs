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

    /// <summary>What a child left in a log, at most <paramref name="limit"/> bytes, as UTF-8 with invalid bytes replaced; empty when the file does not exist.</summary>
    public static string Read(string path, long limit)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var bytes = new byte[Math.Min(stream.Length, limit)];
            stream.ReadExactly(bytes);
            return System.Text.Encoding.UTF8.GetString(bytes);
        }
        catch (Exception failure) when (failure is FileNotFoundException or DirectoryNotFoundException)
        {
            return "";
        }
    }
}
