using System.Globalization;
using Okstra.Core.Problems;
using Okstra.State.Layout;

namespace Okstra.State.Custody;

/// <summary>Puts an unreadable registry aside so that a new one can be written; it is moved, never removed.</summary>
public static class RegistryBackup
{
    /// <summary>The new path; null when there is no registry.</summary>
    /// <exception cref="UserErrorException">It could not be moved.</exception>
    public static string? Move(HomeLayout home, DateTimeOffset now)
    {
        if (!File.Exists(home.WorktreeRegistry))
        {
            return null;
        }

        var stem = $"{home.WorktreeRegistry}.unreadable-{now.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)}";
        var target = Enumerable.Range(1, 1000).Select(number => number == 1 ? stem : string.Create(CultureInfo.InvariantCulture, $"{stem}-{number}")).First(path => !Path.Exists(path));
        try
        {
            File.Move(home.WorktreeRegistry, target, overwrite: false);
            return target;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException(new Problem("OKS0651", $"cannot move '{home.WorktreeRegistry}' aside: {failure.Message.Split(" : '")[0]}", "make its folder writable"), failure);
        }
    }
}
