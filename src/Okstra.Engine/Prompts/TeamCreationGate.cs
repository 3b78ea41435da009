using Okstra.Core.Tasks;
using Okstra.Core.Workers;

namespace Okstra.Engine.Prompts;

/// <summary>The computed <c>TEAM_CREATION_GATE</c> block of the launch prompt (R-WRK-16…23, R-CON-47).</summary>
public static class TeamCreationGate
{
    /// <summary><c>okstra-&lt;slug of the task key&gt;</c>, with <c>-s&lt;N&gt;</c> for a stage, so that two stage runs never share a team (R-WRK-19, R-WT-50).</summary>
    public static string TeamName(TaskKey key, int? stage) => stage is null ? $"okstra-{key.Slug}" : $"okstra-{key.Slug}-s{stage}";

    /// <param name="key">The task.</param>
    /// <param name="stage">Of an implementation run; null otherwise.</param>
    /// <param name="concurrentStages">Stages other runs of the task are busy with.</param>
    /// <param name="roster">Who takes part.</param>
    /// <param name="teamStatePath">Where the outcome is recorded.</param>
    public static string Render(TaskKey key, int? stage, IReadOnlyList<int> concurrentStages, IReadOnlyList<RosterEntry> roster, string teamStatePath)
    {
        if (roster.Count == 0)
        {
            return """
                ## Single-Lead Phase (no team creation)

                There is no roster in this run: no `TeamCreate`, no `Agent` dispatch, no convergence. Doing any of it violates the contract.
                """;
        }

        var roles = string.Join(", ", roster.Where(entry => !entry.IsExtraVoter).Select(entry => $"`{entry.Role}`"));
        return concurrentStages.Count > 0 ? Background(key, stage, concurrentStages, roles, teamStatePath, roster) : $$"""
            ## Team Creation Gate (BLOCKING)

            Carry out Phase 3 of the okstra skill before you dispatch anybody, whatever the size of the roster. Passing over it silently turns every dispatch into a background one and loses the split-pane view.

            1. Invoke `okstra-team-contract` and check the roster against `resultContract.requiredWorkerRoles`: {{roles}}.
            2. `TeamCreate` with exactly the name `{{TeamName(key, stage)}}` and a description.
            3. Store `teamName` and `teamCreate` in `{{teamStatePath}}`, and check `lead.sessionId` there, before any dispatch.
            4. Only then dispatch: with the team name when creation succeeded. Without it, in the background (`run_in_background: true`), only when `teamCreate.status` is recorded as `error`, or as `skipped` with reason `concurrent-run`.

            A dispatch that is refused with "team must be created first" or "team을 먼저 생성하거나 team_name 없이 호출해야 합니다" means: go back to step 2. Dropping the team name and trying again is wrong.

            {{Gemini(roster)}}
            """;
    }

    private static string Background(TaskKey key, int? stage, IReadOnlyList<int> concurrentStages, string roles, string teamStatePath, IReadOnlyList<RosterEntry> roster) => $$"""
        ## Concurrent-run: no-team background

        Other runs of this task are busy with stage {{string.Join(", ", concurrentStages)}}. Two teams of one task would race for `~/.claude/teams/`, so this run has none; what is lost is the split-pane view and nothing else.

        1. Invoke `okstra-team-contract` and check the roster against `resultContract.requiredWorkerRoles`: {{roles}}.
        2. Do not call `TeamCreate`. `{{teamStatePath}}` has `teamName` `{{TeamName(key, stage)}}` and `teamCreate` with status `skipped` and reason `concurrent-run` already; leave both, and check `lead.sessionId` there.
        3. Dispatch every worker without a team name, in the background (`run_in_background: true`).

        A dispatch that is refused with "team must be created first" or "team을 먼저 생성하거나 team_name 없이 호출해야 합니다" was made with a team name: leave it out.

        {{Gemini(roster)}}
        """;

    private static string Gemini(IReadOnlyList<RosterEntry> roster) => roster.FirstOrDefault(entry => entry.Worker == "gemini") is { } gemini
        ? $"`{gemini.Role}` is in the roster and has to be attempted."
        : "`Gemini worker` is not selected; no Gemini attempt is required.";
}
