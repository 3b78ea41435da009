using Okstra.Core.HandOff;
using Okstra.Core.Phases;
using Okstra.Core.Problems;
using Okstra.Core.Runs;
using Okstra.Core.Tasks;
using Okstra.Core.Worktrees;
using Okstra.Engine.Preparation;
using Okstra.State.Documents;
using Okstra.State.Files;
using Okstra.State.Inputs;
using Okstra.State.Layout;

namespace Okstra.Engine.Phases;

/// <summary>A hand-off follows an accepted verification: of the whole task, or of the stages that go out (R-PHS-092…096, R-CON-29, R-OPN-42).</summary>
internal sealed class HandOffEntry(RunServices services)
{
    private const string DefaultTemplate = ".github/pull_request_template.md";

    public async Task<EnteredPhase> EnterAsync(CheckedRequest wanted, StateLayout state, CancellationToken cancellationToken)
    {
        var cited = new CitedReports(services, state, wanted.Key).Find(wanted, SourceCitation.Verification, TaskType.FinalVerification);
        var asked = wanted.Request.Stage is { } text ? StageGroups.Parse(text) : [];
        if (cited.Count == 0 && asked.Count == 0)
        {
            throw new UserErrorException(PhaseGates.VerificationMissing());
        }

        var facts = cited.Select(Facts).ToList();
        foreach (var fact in facts)
        {
            PhaseEntry.Require(PhaseGates.Verdict(wanted.Key, fact));
        }

        var template = Template(wanted, state);
        var work = await PlannedWork.OpenAsync(services, state, wanted.Key, cancellationToken);
        var inputs = new PhaseInputs { SourceReports = [.. cited.Select(report => report.Path)], PrTemplatePath = template };
        return asked.Count == 0 && facts is [{ Data: { Scope: VerificationVerdict.WholeTask } verdict }]
            ? await WholeAsync(work, verdict, inputs, cancellationToken)
            : await GroupAsync(work, asked.Count > 0 ? asked : [.. facts.Select(fact => fact.Data!.Stage).OfType<int>().Distinct().Order()], inputs, cancellationToken);
    }

    private static async Task<EnteredPhase> WholeAsync(PlannedWork work, VerificationVerdict verdict, PhaseInputs inputs, CancellationToken cancellationToken)
    {
        var (key, target) = await work.WholeAsync(cancellationToken);
        PhaseEntry.Require(PhaseGates.Branch(target, verdict.HeadSha, await work.UncommittedAsync(key, cancellationToken)));
        return new EnteredPhase(inputs with { VerificationScope = VerificationVerdict.WholeTask }, key, target.Base);
    }

    // The group's branch is made in the run, after the user has chosen the base: here only what it will be made of can be looked at.
    private static async Task<EnteredPhase> GroupAsync(PlannedWork work, IReadOnlyList<int> stages, PhaseInputs inputs, CancellationToken cancellationToken)
    {
        PhaseEntry.Require(PhaseGates.StageGroup(stages, work.Judged));
        foreach (var stage in stages)
        {
            var (_, target) = await work.StageAsync(stage, cancellationToken);
            PhaseEntry.Require(PhaseGates.Branch(target, verifiedHead: null, dirty: []));
        }

        return new EnteredPhase(inputs with { VerificationScope = VerificationVerdict.SingleStage, HandOffStages = stages }, null, null);
    }

    private HandOffFacts Facts(CitedReport cited)
    {
        if (!cited.Exists)
        {
            return new HandOffFacts { Cited = cited, Token = null, Data = null };
        }

        var data = Path.ChangeExtension(cited.Path, ".data.json");
        var problem = $"'{data}' does not exist";
        var verdict = DocumentStore.Exists(data) ? VerificationParser.Parse(InputFiles.Read(data, "data document").Text, out problem) : null;
        return new HandOffFacts { Cited = cited, Token = VerdictRow.Token(TextFiles.Read(cited.Path)), Data = verdict, DataProblem = problem };
    }

    // R-OPN-50: the option, the project's, GitHub's; null takes the built-in sections.
    private string? Template(CheckedRequest wanted, StateLayout state)
    {
        if (wanted.Request.PrTemplatePath is { } named)
        {
            return InputFiles.Read(Path.GetFullPath(named, services.Host.CurrentDirectory), "pull request template").Path;
        }

        if (wanted.Project.PrTemplatePath is { Length: > 0 } registered)
        {
            return InputFiles.Read(Path.GetFullPath(registered, state.ProjectRoot), "pull request template").Path;
        }

        var usual = Path.Combine(state.ProjectRoot, DefaultTemplate);
        return DocumentStore.Exists(usual) ? usual : null;
    }
}
