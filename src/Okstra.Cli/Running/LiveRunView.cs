using Okstra.Cli.Output;
using Okstra.Core.Workers;
using Okstra.Engine.Pipeline;
using Okstra.Engine.Spending;
using Spectre.Console;

namespace Okstra.Cli.Running;

/// <summary>Progress as one table that redraws itself: workers, elapsed, round, queue.</summary>
internal sealed class LiveRunView : IRunObserver, IAsyncDisposable
{
    private const int Columns = 70;

    private static readonly TimeSpan Refresh = TimeSpan.FromMilliseconds(250);

    private readonly TimeProvider _time;
    private readonly long _start;
    private readonly Lock _gate = new();
    private readonly List<Row> _rows = [];
    private readonly List<string> _warnings = [];
    private readonly TaskCompletionSource _end = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task _drawing;
    private string _stage = "prepare";
    private string? _spent;
    private int _queue;

    public LiveRunView(IAnsiConsole console, TimeProvider time)
    {
        _time = time;
        _start = time.GetTimestamp();
        _drawing = console.Live(Draw()).AutoClear(true).StartAsync(DrawUntilEndAsync);
    }

    public void StageStarted(string stage, int queue)
    {
        lock (_gate)
        {
            (_stage, _queue) = (stage, queue);
        }
    }

    public void WorkerStarted(string worker, int round, int batch)
    {
        lock (_gate)
        {
            _rows.Add(new Row(worker, round, batch, _time.GetTimestamp()));
        }
    }

    public void WorkerFinished(DispatchDocument document, bool reused)
    {
        lock (_gate)
        {
            var row = _rows.Find(row => row.Worker == document.Worker && row.Round == document.Round && row.Batch == document.Batch);
            if (row is null)
            {
                row = new Row(document.Worker, document.Round, document.Batch, _time.GetTimestamp());
                _rows.Add(row);
            }

            row.Ended = _time.GetTimestamp();
            row.State = reused ? "kept" : document.Status.Token();
            row.Reason = document.Reason is null ? document.Answer?.KeyFinding : document.Reason;
        }
    }

    public void Waiting(string worker, string driver, DateTimeOffset until, string reason) =>
        Say(worker, $"waits until {until:HH:mm:ss} UTC", reason);

    public void Waited(string worker) => Say(worker, "running", null);

    public void Spent(SpendingFacts facts)
    {
        lock (_gate)
        {
            _spent = SpendingWords.Of(facts);
        }
    }

    public void Warned(string text)
    {
        lock (_gate)
        {
            _warnings.Add(TerminalText.Clean(text));
        }
    }

    public async ValueTask DisposeAsync()
    {
        _end.TrySetResult();
        await _drawing;
    }

    private void Say(string worker, string state, string? reason)
    {
        lock (_gate)
        {
            if (_rows.FindLast(row => row.Worker == worker && row.Ended is null) is { } row)
            {
                (row.State, row.Reason) = (state, reason);
            }
        }
    }

    private async Task DrawUntilEndAsync(LiveDisplayContext display)
    {
        while (!_end.Task.IsCompleted)
        {
            display.UpdateTarget(Draw());
            await Task.WhenAny(_end.Task, Task.Delay(Refresh, _time, CancellationToken.None));
        }
    }

    private Table Draw()
    {
        lock (_gate)
        {
            var queue = _queue > 0 ? $" · {_queue} in the queue" : "";
            var table = new Table().Border(TableBorder.Rounded).Title($"{Markup.Escape(_stage)}{queue} · {_time.GetElapsedTime(_start):mm\\:ss}");
            table.AddColumns("Worker", "Round", "State", "Elapsed", "");
            foreach (var row in _rows.TakeLast(18))
            {
                var elapsed = _time.GetElapsedTime(row.Started, row.Ended ?? _time.GetTimestamp());
                table.AddRow(Markup.Escape(row.Worker), row.Round switch { -2 => "grouping", -1 => "report", var round => $"{round}" }, row.State, $"{elapsed:mm\\:ss}", Markup.Escape(TerminalText.Short(row.Reason, Columns)));
            }

            if (_spent is not null || _warnings.Count > 0)
            {
                table.Caption(Markup.Escape(string.Join('\n', new[] { _spent, _warnings is [.., var newest] ? newest : null }.OfType<string>())));
            }

            return table;
        }
    }

    private sealed class Row(string worker, int round, int batch, long started)
    {
        public string Worker { get; } = TerminalText.Clean(worker);

        public int Round { get; } = round;

        public int Batch { get; } = batch;

        public long Started { get; } = started;

        public long? Ended { get; set; }

        public string State { get; set; } = "running";

        public string? Reason { get; set; }
    }
}
