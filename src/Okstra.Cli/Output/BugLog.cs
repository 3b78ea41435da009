using Okstra.Core.Problems;
using Okstra.State.Layout;
using Okstra.State.Writing;

namespace Okstra.Cli.Output;

/// <summary>Where the details of a bug go, so that a user sees one sentence.</summary>
internal static class BugLog
{
    /// <summary>Path of the log; null when it could not be written either.</summary>
    public static string? TryWrite(Exception bug, IReadOnlyList<string> args, CliContext context)
    {
        var path = Path.Combine(HomeLayout.Of(context.Host).Logs, $"bug-{context.Time.GetUtcNow():yyyyMMdd-HHmmss-fff}.log");
        try
        {
            // Option names only: values may hold what a user would not paste into an issue.
            var options = string.Join(' ', args.Where(arg => arg.StartsWith("--", StringComparison.Ordinal)).Select(arg => arg.Split('=')[0]));
            StateWriter.For(context.Host).Write(path, $"okstra {ProductVersion.Text}\nargs: {(args.Count > 0 ? args[0] : "")} {options}\n\n{bug}\n");
            return path;
        }
        catch (UserErrorException)
        {
            return null;
        }
    }
}
