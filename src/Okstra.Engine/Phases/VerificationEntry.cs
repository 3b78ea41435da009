using Okstra.Core.HandOff;
using Okstra.Core.Phases;
using Okstra.Core.Runs;
using Okstra.Core.Tasks;
using Okstra.Core.Worktrees;
using Okstra.Engine.Preparation;
using Okstra.State.Files;
using Okstra.State.Layout;

namespace Okstra.Engine.Phases;

/// <summary>A verification looks at the tree its implementation reports describe, and at no other (R-PHS-079…082).</summary>
internal sealed class VerificationEntry(RunServices services)
{
    public async Task<EnteredPhase> EnterAsync(CheckedRequest wanted, StateLayout state, CancellationToken cancellationToken)
    {
        var scope = VerificationScopes.Resolve(wanted.Request.VerificationScope, wanted.Request.Stage);
        var asked = wanted.Request.Stage is { } text ? StageGroups.Single(text) : (int?)null;
        var cited = new CitedReports(services, state, wanted.Key).Find(wanted, SourceCitation.Implementation, TaskType.Implementation);
        PhaseEntry.Require(PhaseGates.ImplementationCited(wanted.Key, cited, scope, asked));

        var work = await PlannedWork.OpenAsync(services, state, wanted.Key, cancellationToken);
        var stage = scope == VerificationVerdict.SingleStage ? asked ?? cited[0].Stage : null;
        var (key, target) = stage is { } number ? await work.StageAsync(number, cancellationToken) : await work.WholeAsync(cancellationToken);
        PhaseEntry.Require(PhaseGates.ImplementationMatches([.. cited.Select(report => new ImplementationSource(report, ImplementationReport.Parse(TextFiles.Read(report.Path))))], target));

        var inputs = new PhaseInputs { Stage = stage, SourceReports = [.. cited.Select(report => report.Path)], VerificationScope = scope, QaWaivers = wanted.QaWaivers };
        return new EnteredPhase(inputs, key, target.Base);
    }
}
