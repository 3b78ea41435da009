using Okstra.Core.Projects;
using Okstra.State.Layout;

namespace Okstra.Engine.Setup;

/// <summary>What <c>okstra setup</c> did.</summary>
/// <param name="State">Where the project's state is.</param>
/// <param name="Project">As it is stored now.</param>
/// <param name="Created">It was not registered before.</param>
/// <param name="ExcludeAdded"><c>/.okstra</c> was added to the repository's exclude file.</param>
/// <param name="Migrated">State of an older okstra was moved.</param>
public sealed record SetupOutcome(StateLayout State, ProjectDocument Project, bool Created, bool ExcludeAdded, bool Migrated)
{
    /// <summary>Commands nobody has confirmed yet.</summary>
    public IReadOnlyList<QaCommand> Proposed => [.. Project.QaCommands.Where(command => command.State == QaCommandState.Proposed)];
}
