using Okstra.Core.Problems;

namespace Okstra.State.Layout;

/// <summary>Brings state of an older okstra to today's folder (R-OPN-16).</summary>
public static class LegacyState
{
    /// <summary>Moves the tree with one rename; false when there is no older state.</summary>
    /// <exception cref="UserErrorException">Both folders exist, or the rename failed.</exception>
    public static bool Move(string projectRoot)
    {
        var from = Path.Combine(projectRoot, ".project-docs", "okstra");
        var to = Path.Combine(projectRoot, StateLayout.RootName);
        if (!Directory.Exists(from))
        {
            return false;
        }

        if (Path.Exists(to))
        {
            throw new UserErrorException("OKS0220", $"both '{from}' and '{to}' exist, so the older state cannot be moved", "merge the two by hand; okstra overwrites neither");
        }

        try
        {
            Directory.Move(from, to);
            return true;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException(new Problem("OKS0221", $"cannot move '{from}' to '{to}': {failure.Message.Split(" : '")[0]}", "make both folders writable"), failure);
        }
    }
}
