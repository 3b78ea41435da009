using Okstra.Core.Clarifications;
using Okstra.Core.Problems;
using Okstra.Core.Reports;
using Okstra.State.Clarifications;
using Okstra.State.Files;
using Okstra.State.Runs;

namespace Okstra.Engine.Clarifications;

/// <summary>
/// The questions of one run's report. Answers go into a copy beside the report first and to the task's ledger then; killed in between, the next call finds them in the copy as if written by hand.
/// The report itself is a document of the run and stays as it is.
/// </summary>
public sealed class ClarificationDesk(RunServices services, LocatedRun run)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly ClarificationsFile _file = new(run.Task.Root, services.Writer);

    /// <summary>The copy a user may edit and hand in as clarification response.</summary>
    public string Copy => Path.ChangeExtension(run.Run.ReportMarkdown, ".answered.md");

    /// <summary>Records the answers, all or none, takes up what was written into report and copy by hand, and says what is still open.</summary>
    /// <param name="answers">May be empty.</param>
    /// <param name="alwaysCopy">Write the copy even if nothing is answered yet.</param>
    /// <param name="cancellationToken">Ends the waiting for the task.</param>
    /// <exception cref="UserErrorException">No report, an unknown row, an answer nobody can use.</exception>
    public async Task<ClarificationState> AnswerAsync(IReadOnlyList<GivenAnswer> answers, bool alwaysCopy, CancellationToken cancellationToken)
    {
        var asked = Asked();
        var events = new AnswerChecks(services, RunNames.Of(run.Run), asked).Check(answers);
        using var mutex = await services.Locks.AcquireAsync(services.Home.TaskLock(run.Key), "answer questions", Patience, cancellationToken);
        var ledger = _file.Ledger();
        _file.Append([.. asked.Where(question => ledger.Find(question.Text) is null).Select(question => new ClarificationEvent.Asked { At = services.Now(), Run = RunNames.Of(run.Run), Row = question.Id, Text = question.Text })]);
        TakeUpHandWriting(asked);
        var known = _file.Read();
        ledger = ClarificationLedger.Fold(known);
        IReadOnlyList<ClarificationEvent> news = [.. events.Where(given => !IsKnown(given, ledger.Find(given.Text)))];
        ledger = ClarificationLedger.Fold([.. known, .. news]);
        WriteCopy(ledger, alwaysCopy);
        _file.Append(news);
        return State(asked, ledger);
    }

    private static bool IsKnown(ClarificationEvent given, ClarificationEntry? entry) => given switch
    {
        ClarificationEvent.Answered answered => entry is { Ended: null, Answer: { } last } && last.Answer == answered.Answer && last.Evidence == answered.Evidence,
        _ => entry?.Ended is not null,
    };

    private void WriteCopy(ClarificationLedger ledger, bool always)
    {
        var known = Path.Exists(Copy);
        var before = ExactText.Read(known ? Copy : run.Run.ReportMarkdown);
        var after = AnsweredCopy.Fill(before, ledger);
        if ((always && !known) || !string.Equals(before, after, StringComparison.Ordinal))
        {
            services.Writer.Write(Copy, after);
        }
    }

    /// <summary>Cells that say something else than okstra rendered are the user's.</summary>
    private void TakeUpHandWriting(IReadOnlyList<OpenQuestion> asked)
    {
        var texts = asked.ToDictionary(question => question.Id, question => question.Text, StringComparer.Ordinal);
        foreach (var path in (string[])[run.Run.ReportMarkdown, Copy])
        {
            if (Path.Exists(path))
            {
                var rows = ClarificationTable.CarriedIn(ExactText.Read(path)).Where(row => texts.ContainsKey(row.Id)).Select(row => row with { Request = texts[row.Id] });
                new ClarificationCarrying(services, run.Task).Record(RunNames.Of(run.Run), [.. rows.Where(row => row.Answer.Length > 0 || row.Status != "open")]);
            }
        }
    }

    private ClarificationState State(IReadOnlyList<OpenQuestion> asked, ClarificationLedger ledger) => new(
        run.Key.ToString(),
        RunNames.Of(run.Run),
        run.Run.ReportMarkdown,
        Path.Exists(Copy) ? Copy : null,
        [.. asked.Where(question => ledger.Find(question.Text) is not { IsSettled: true })],
        [.. asked.Select(question => (question, Entry: ledger.Find(question.Text)!)).Where(pair => pair.Entry.IsSettled).Select(pair =>
            new SettledQuestion(pair.question.Id, pair.question.Text, pair.Entry.Status, pair.Entry.Answer?.Answer ?? "", pair.Entry.Evidence, [.. pair.Entry.Contradictions.Select(answer => answer.Answer)]))]);

    private IReadOnlyList<OpenQuestion> Asked()
    {
        if (TextFiles.TryRead(run.Run.ReportDocument) is not { } text)
        {
            throw new UserErrorException("OKS0801", $"run {run.Run.Seq} of {run.Key} has no report, so it asks nothing", $"okstra resume {run.Key} goes on with it");
        }

        return ReportText.TryRead(text, out var report, out var problem, out _)
            ? OfReport(report)
            : throw new UserErrorException(problem);
    }

    private static IReadOnlyList<OpenQuestion> OfReport(ReportDocument report)
    {
        OpenQuestion[] all =
        [
            .. report.Materials.Select(row => new OpenQuestion(row.Id, "material", row.Request, row.Why, row.WhereToFind, [])),
            .. report.Questions.Select(row => new OpenQuestion(row.Id, "decision", row.Question, row.Why, row.AnswerShape, row.Options)),
        ];
        return [.. all.DistinctBy(question => question.Id, StringComparer.Ordinal)];
    }
}
