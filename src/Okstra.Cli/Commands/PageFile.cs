using Okstra.Cli.Output;
using Okstra.Core.Problems;

namespace Okstra.Cli.Commands;

/// <summary>The file that <c>--html</c> names.</summary>
internal static class PageFile
{
    /// <returns>Absolute; null when none is named.</returns>
    /// <exception cref="UserErrorException">It is no file name, or exists and may not be replaced.</exception>
    public static string? Of(string? named, bool force, CliContext context)
    {
        if (named is null)
        {
            return null;
        }

        if (named.Length == 0 || Path.EndsInDirectorySeparator(named))
        {
            throw new UserErrorException("OKS0562", $"--html '{TerminalText.Short(named, 80)}' names no file", "name the page to write, such as charts.html");
        }

        var path = Path.GetFullPath(named, context.Host.CurrentDirectory);
        return !force && Path.Exists(path)
            ? throw new UserErrorException("OKS0563", $"'{path}' exists already", "name another file, or add --force to replace this one")
            : path;
    }
}
