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

    /// <summary>The logs of one dispatch: the first, that of its repair, and those of calls after a limit; not what was printed on standard error.</summary>
    public static IReadOnlyList<string> Family(string path) => Directory.Exists(Path.GetDirectoryName(path))
        ? [.. Directory.EnumerateFiles(Path.GetDirectoryName(path)!, $"{Path.GetFileName(path)}*").Where(file => !file.EndsWith(".err", StringComparison.Ordinal)).Order(StringComparer.Ordinal)]
        : [];

    /// <summary>Removes what earlier calls of a dispatch left; it was accounted for.</summary>
    public static void Forget(string path)
    {
        foreach (var file in Family(path))
        {
            File.Delete(file);
        }
    }

    /// <summary>The newest file below a folder whose name ends so; null without one, or when the folder cannot be read.</summary>
    public static string? NewestBelow(string folder, string nameEnd)
    {
        try
        {
            return Directory.Exists(folder)
                ? Directory.EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true, AttributesToSkip = FileAttributes.ReparsePoint })
                    .Where(path => path.EndsWith(nameEnd, StringComparison.Ordinal))
                    .MaxBy(File.GetLastWriteTimeUtc)
                : null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>The end of a file another program may be writing, at most <paramref name="limit"/> bytes; empty when it cannot be read.</summary>
    public static string Tail(string path, int limit)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            stream.Seek(Math.Max(0, stream.Length - limit), SeekOrigin.Begin);
            var bytes = new byte[limit];
            return System.Text.Encoding.UTF8.GetString(bytes, 0, stream.ReadAtLeast(bytes, limit, throwOnEndOfStream: false));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return "";
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
