namespace Okstra.State.Locks;

/// <summary>A lock that is held; disposing or the end of the process releases it, the file stays.</summary>
public sealed class StateLock : IDisposable
{
    private readonly FileStream _stream;
    private readonly string _holderFile;

    internal StateLock(FileStream stream, string holderFile) => (_stream, _holderFile) = (stream, holderFile);

    public void Dispose()
    {
        if (_stream.CanWrite)
        {
            // Before the release: afterwards the file beside the lock may already name the next holder.
            File.Delete(_holderFile);
        }

        _stream.Dispose();
    }
}
