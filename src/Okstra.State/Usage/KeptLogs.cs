using Okstra.Core.Usage.Logs.Reading;

namespace Okstra.State.Usage;

/// <summary>What is kept of every log of one agent.</summary>
/// <param name="file">Where.</param>
internal sealed class KeptLogs(CacheFile file)
{
    /// <summary>By path; empty when nothing is kept.</summary>
    public Dictionary<string, KeptLog> Read()
    {
        using var input = file.Open();
        var logs = new Dictionary<string, KeptLog>(StringComparer.Ordinal);
        for (var left = input?.ReadInt32() ?? 0; left > 0; left--)
        {
            var (path, relative) = (input!.ReadString(), input.ReadString());
            var stamp = new FileStamp(Files.PathKind.Regular, input.ReadInt64(), input.ReadInt64(), input.ReadInt64(), input.ReadInt64());
            var ends = new LogKey(input.ReadUInt64(), input.ReadUInt64());
            logs[path] = new KeptLog(stamp, ends, DigestCodec.Read(input, path, relative));
        }

        return logs;
    }

    public void Write(IReadOnlyList<KeptLog> logs) => file.Write(output =>
    {
        output.Write(logs.Count);
        foreach (var (stamp, ends, digest) in logs)
        {
            output.Write(digest.Path);
            output.Write(digest.Relative);
            output.Write(stamp.Device);
            output.Write(stamp.Inode);
            output.Write(stamp.Size);
            output.Write(stamp.Modified);
            output.Write(ends.High);
            output.Write(ends.Low);
            DigestCodec.Write(output, digest);
        }
    });
}
