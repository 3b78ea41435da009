using Okstra.Core.Tasks;
using Okstra.State.Layout;

namespace Okstra.Engine.FollowUps;

/// <summary>Whose follow-up tasks are to be made.</summary>
/// <param name="Report">The Markdown report, absolute.</param>
/// <param name="State">State of the project.</param>
/// <param name="ProjectId">Its registered id.</param>
/// <param name="TaskGroup">Group of the new tasks.</param>
/// <param name="Parent">The task they follow.</param>
public sealed record FollowUpRequest(string Report, StateLayout State, string ProjectId, string TaskGroup, TaskKey Parent);
