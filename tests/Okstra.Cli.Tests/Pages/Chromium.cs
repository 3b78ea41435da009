using System.Diagnostics;
using Okstra.Testing;

namespace Okstra.Cli.Tests.Pages;

/// <summary>A headless Chromium that loads one file and prints what its document became.</summary>
internal static class Chromium
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];

    /// <summary>Null when no Chromium is installed.</summary>
    public static string? Path { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(System.IO.Path.PathSeparator)
        .SelectMany(folder => Names.Select(name => System.IO.Path.Join(folder, name)))
        .FirstOrDefault(File.Exists);

    public static async Task<string> DumpAsync(TempFolder folder, string file, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(Path!) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])[
            "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--no-first-run", "--allow-file-access-from-files",
            "--virtual-time-budget=8000", "--window-size=1280,900", $"--user-data-dir={folder.At("profile")}", "--dump-dom", new Uri(file).AbsoluteUri])
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["HOME"] = folder.Path;
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        var document = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return process.ExitCode == 0 ? document : throw new InvalidOperationException($"chromium exit {process.ExitCode}: {await errors}");
    }
}
