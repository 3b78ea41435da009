using Okstra.Core.Runs;
using Okstra.State.Runs;

namespace Okstra.State.Tests.Runs;

public sealed class JournalTests : IDisposable
{
    private const string At = "2026-01-02T03:04:05Z";
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private Journal Journal() => new(_folder.At("journal.jsonl"), Setup.Writer(_folder));

    private static JournalEvent.DispatchStarted Started(string id) =>
        new() { At = At, DispatchId = id, Worker = "claude", Round = 0, Batch = 1, Label = $"label-{id}", Pid = 42, StartTime = 4711 };

    [Fact]
    public void Every_kind_of_event_comes_back_as_it_was_appended()
    {
        JournalEvent[] events =
        [
            new JournalEvent.RunStarted(1, 2) { At = At },
            Started("d1"),
            new JournalEvent.DispatchFinished("d1", "completed", "worker-results/claude.json") { At = At },
            Started("d2"),
            new JournalEvent.RunResumed(3, 4) { At = At },
            new JournalEvent.DispatchSuperseded("d2", "엔진이 죽음") { At = At },
            new JournalEvent.Limit("time", "30 min") { At = At },
            new JournalEvent.Note("text") { At = At },
            new JournalEvent.RunFinished("completed") { At = At },
        ];
        foreach (var entry in events)
        {
            Journal().Append(entry);
        }

        Assert.Equal(events, Journal().Read().Events);
        Assert.Equal(events.Length, File.ReadAllLines(_folder.At("journal.jsonl")).Length);
    }

    [Fact]
    public void InFlight_names_what_was_started_and_neither_finished_nor_superseded()
    {
        Journal().Append(Started("done"));
        Journal().Append(Started("open"));
        Journal().Append(Started("given-up"));
        Journal().Append(new JournalEvent.DispatchFinished("done", "error", "x") { At = At });
        Journal().Append(new JournalEvent.DispatchSuperseded("given-up", "killed") { At = At });

        Assert.Equal([Started("open")], Journal().Read().InFlight());
    }

    [Fact]
    public void A_torn_last_line_is_passed_over_and_the_next_event_is_readable()
    {
        Journal().Append(Started("d1"));
        File.AppendAllText(_folder.At("journal.jsonl"), "{\"kind\":\"note\",\"te");
        Assert.Equal(1, Journal().Read().UnreadableLines);

        Journal().Append(Started("d2"));

        var view = Journal().Read();
        Assert.Equal([Started("d1"), Started("d2")], view.Events);
        Assert.Equal(1, view.UnreadableLines);
    }

    [Fact]
    public void An_event_of_a_newer_okstra_is_passed_over()
    {
        File.WriteAllText(_folder.At("journal.jsonl"), "{\"kind\":\"teleported\",\"at\":\"x\"}\n{\"kind\":\"note\",\"text\":\"t\",\"at\":\"x\"}\n");

        Assert.Equal([new JournalEvent.Note("t") { At = "x" }], Journal().Read().Events);
    }

    [Fact]
    public void A_missing_journal_is_empty() => Assert.Empty(Journal().Read().Events);
}
