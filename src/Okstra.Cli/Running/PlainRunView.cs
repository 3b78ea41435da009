using Okstra.Cli.Output;
using Okstra.Core.Workers;
using Okstra.Engine.Pipeline;
using Okstra.Engine.Spending;

namespace Okstra.Cli.Running;

/// <summary>Progress as plain lines on standard error, for pipes and CI.</summary>
internal sealed class PlainRunView(TextWriter error, TimeProvider time) : IRunObserver
{
    private readonly long _start = time.GetTimestamp();
    private readonly Lock _gate = new();

    public void StageStarted(string stage, int queue) => Line(queue > 0 ? $"{stage} ({queue} in the queue)" : stage);

    public void WorkerStarted(string worker, int round, int batch) => Line($"  {worker}{During(round)} started");

    public void WorkerFinished(DispatchDocument document, bool reused)
    {
        var how = reused ? "already on disk" : document.Status.Token();
        Line($"  {document.Worker}{During(document.Round)} {how}{(document.Reason is null ? "" : ": " + TerminalText.Clean(document.Reason))}");
    }

    public void Waiting(string worker, string driver, DateTimeOffset until, string reason) => Line($"  {worker} waits until {until:yyyy-MM-dd'T'HH:mm:ss'Z'}: {TerminalText.Clean(reason)}");

    public void Waited(string worker) => Line($"  {worker} goes on");

    public void Spent(SpendingFacts facts) => Line($"  {SpendingWords.Of(facts)}");

    public void Warned(string text) => Line($"warning: {TerminalText.Clean(text)}");

    private static string During(int round) => round > 0 ? $" (round {round})" : "";

    private void Line(string text)
    {
        lock (_gate)
        {
            error.WriteLine($"[{time.GetElapsedTime(_start):mm\\:ss}] {text}");
        }
    }
}
