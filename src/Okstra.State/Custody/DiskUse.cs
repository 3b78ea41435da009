using Okstra.State.Files;
using Okstra.State.Trees;

namespace Okstra.State.Custody;

/// <summary>Bytes of files below a path; links are counted as themselves and never followed.</summary>
public static class DiskUse
{
    /// <summary>0 for what does not exist.</summary>
    public static long Of(string path, CancellationToken cancellationToken)
    {
        var status = PathStatus.Of(path, follow: false);
        if (status.Kind != PathKind.Folder)
        {
            return status.Kind == PathKind.Missing ? 0 : status.Size;
        }

        long bytes = 0;
        foreach (var entry in TreeWalk.Of(path, static (_, _) => true))
        {
            cancellationToken.ThrowIfCancellationRequested();
            bytes += entry.Status.Kind is PathKind.Regular or PathKind.Link ? entry.Status.Size : 0;
        }

        return bytes;
    }
}
