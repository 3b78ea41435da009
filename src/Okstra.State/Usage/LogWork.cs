using Okstra.Core.Usage.Logs;
using Okstra.Core.Usage.Logs.Reading;

namespace Okstra.State.Usage;

/// <summary>One log to be read, or to be read on.</summary>
/// <param name="agent">Whose.</param>
/// <param name="log">Which.</param>
/// <param name="kept">What is kept of an earlier reading; null when nothing is.</param>
internal sealed class LogWork(LogAgent agent, FoundLog log, KeptLog? kept)
{
    private LogKey _ends = kept?.Ends ?? LogKey.None;

    public LogDigest Digest { get; private set; } = kept?.Digest ?? new LogDigest(log.Path, log.Relative);

    /// <summary>Why it could not be read; null when it was.</summary>
    public ScanNote? Problem { get; private set; }

    /// <summary>Nothing has to be read.</summary>
    public bool IsDone => kept?.Stamp == log.Stamp;

    public long Size => log.Stamp.Size;

    public FileStamp Stamp => log.Stamp;

    public KeptLog Kept => new(log.Stamp, _ends, Digest);

    public void Do(LogReader reader)
    {
        try
        {
            using var file = File.OpenHandle(log.Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            if (kept?.HasOnlyGrown(log, file) == true)
            {
                Digest.Reopen();
            }
            else
            {
                Digest = new LogDigest(log.Path, log.Relative);
            }

            if (log.Form == LogForm.Document)
            {
                reader.ReadDocument(file, log.Stamp.Size, agent, Digest);
                return;
            }

            reader.ReadLines(file, log.Stamp.Size, agent, Digest);
            _ends = KeptLog.EndsOf(file, Digest.Stop, out var lastTime);
            Digest.Memory = Digest.Memory with { LastLine = lastTime };
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            Problem = new ScanNote(log.Path, "the log cannot be read and was not counted");
            Digest = new LogDigest(log.Path, log.Relative);
        }
    }
}
