using System.Diagnostics;
using System.Globalization;

namespace Okstra.Benchmarks;

/// <summary>One run of a program: what it said, how long it took from start to end, and the most memory it held.</summary>
/// <param name="Output">Standard output.</param>
/// <param name="Elapsed">Wall time.</param>
/// <param name="Kilobytes">Largest resident set.</param>
internal sealed record MeasuredRun(string Output, TimeSpan Elapsed, long Kilobytes)
{
    /// <summary>Runs it under GNU time, which alone knows the memory of a program that has ended; it costs both sides the same millisecond.</summary>
    public static MeasuredRun Of(string program, IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string> environment)
    {
        using var folder = new Testing.TempFolder();
        var (report, output) = (folder.At("report"), folder.At("output"));
        var start = new ProcessStartInfo("/usr/bin/time", ["-f", "%M", "-o", report, "sh", "-c", "exec \"$0\" \"$@\" > \"$OUTPUT\"", program, .. arguments]) { WorkingDirectory = "/" };
        start.Environment.Clear();
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        start.Environment["OUTPUT"] = output;
        var started = Stopwatch.GetTimestamp();
        using var process = Process.Start(start)!;
        process.WaitForExit();
        var elapsed = Stopwatch.GetElapsedTime(started);
        return process.ExitCode == 0
            ? new MeasuredRun(File.ReadAllText(output), elapsed, long.Parse(File.ReadAllText(report), CultureInfo.InvariantCulture))
            : throw new InvalidOperationException($"{program} ended with {process.ExitCode}");
    }
}
