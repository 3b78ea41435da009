using Okstra.Core.Projects;
using Okstra.Core.Text;
using Okstra.Engine.Setup;

namespace Okstra.Cli.Output;

/// <summary><c>okstra setup --json</c>.</summary>
internal sealed record SetupAnswer(string ProjectId, string ProjectFile, bool Created, bool Migrated, IReadOnlyList<string> Languages, string ReportLanguage, IReadOnlyList<QaCommand> QaCommands)
{
    public static SetupAnswer Of(SetupOutcome outcome) => new(
        outcome.Project.ProjectId, outcome.State.ProjectFile, outcome.Created, outcome.Migrated, outcome.Project.Languages, outcome.Project.ReportLanguage.Token(), outcome.Project.QaCommands);
}
