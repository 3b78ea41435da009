using Okstra.Core.Problems;
using Okstra.Core.Stages;
using Okstra.State.Stages;

namespace Okstra.State.Tests.Stages;

public sealed class ConsumersFileTests : IDisposable
{
    private const string At = "2026-01-02T03:04:05Z";

    // One line of each event with exactly the members other programs may rely on.
    private static readonly string[] Lines =
    [
        $$"""{"event":"started","stage":2,"baseSha":"b1","branch":"feat-t-1-stage-2","runDir":"/t/runs/implementation/stage-2","at":"{{At}}"}""",
        $$"""{"event":"done","stage":2,"headSha":"h1","at":"{{At}}"}""",
        $$"""{"event":"verified","stage":2,"headSha":"h1","reportPath":"/r.md","verdict":"accepted","scope":"single-stage","at":"{{At}}"}""",
        $$"""{"event":"reconciled","stage":2,"oldSha":"h1","newSha":"h2","kind":"auto","ref":"feat-t-1-stage-2","at":"{{At}}"}""",
        $$"""{"event":"pr","stages":[2],"branch":"feat-t-1-group-2","url":"https://example.org/pr/7","at":"{{At}}"}""",
    ];

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    [Trait("Req", "R-OPN-26")]
    public void The_journal_lies_at_the_plan_run_root_is_only_appended_to_and_its_fold_is_the_state()
    {
        var file = new ConsumersFile(_folder.Path, Setup.Writer(_folder));
        var text = "";
        ConsumerEvent[] events =
        [
            new ConsumerEvent.Started(2, "b1", "feat-t-1-stage-2", "/t/runs/implementation/stage-2") { At = At },
            new ConsumerEvent.Done(2, "h1") { At = At },
            new ConsumerEvent.Verified(2, "h1", "/r.md", "accepted", "single-stage") { At = At },
            new ConsumerEvent.Reconciled(2, "h1", "h2", "auto", "feat-t-1-stage-2") { At = At },
            new ConsumerEvent.Pr([2], "feat-t-1-group-2", "https://example.org/pr/7") { At = At },
        ];

        for (var index = 0; index < events.Length; index++)
        {
            file.Append(events[index]);
            text += Lines[index] + "\n";
            Assert.Equal(text, File.ReadAllText(Path.Combine(_folder.Path, "consumers.jsonl")));
        }

        var stage = Assert.Single(file.Stages()).Value;
        Assert.Equal(events[..4], file.Read().Take(4));
        Assert.Equal(
            (2, "b1", "feat-t-1-stage-2", "/t/runs/implementation/stage-2", "h2", true, "https://example.org/pr/7"),
            (stage.Stage, stage.BaseSha, stage.Branch, stage.RunDir, stage.HeadSha, stage.IsAccepted, stage.PullRequest?.Url));
    }

    [Fact]
    public void A_line_torn_by_a_kill_never_happened()
    {
        _folder.Write("consumers.jsonl", $"{Lines[0]}\n{Lines[1][..20]}");

        Assert.False(Assert.Single(new ConsumersFile(_folder.Path, Setup.Writer(_folder)).Stages()).Value.IsDone);
    }

    [Fact]
    public void A_whole_line_that_is_no_event_stops_everything_that_builds_on_the_journal()
    {
        _folder.Write("consumers.jsonl", $"{Lines[0]}\n{{\"event\":\"invented\"}}\n");

        var refused = Assert.Throws<UserErrorException>(() => new ConsumersFile(_folder.Path, Setup.Writer(_folder)).Stages());
        Assert.Equal("OKS0210", refused.Problem.Code);
    }
}
