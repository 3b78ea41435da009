using Okstra.Core.Tasks;
using Okstra.Core.Workers;

namespace Okstra.Engine.Prompts;

/// <summary>The computed <c>TEAM_CREATION_GATE</c> block of the launch prompt (R-WRK-16…20, R-CON-47).</summary>
public static class TeamCreationGate
{
    /// <summary><c>okstra-&lt;slug of the task key&gt;</c> (R-WRK-19, R-OPN-14).</summary>
    public static string TeamName(TaskKey key) => $"okstra-{key.Slug}";

    public static string Render(TaskKey key, IReadOnlyList<RosterEntry> roster, string teamStatePath)
    {
        if (roster.Count == 0)
        {
            return """
                ## Single-Lead Phase (no team creation)

                There is no roster in this run: no `TeamCreate`, no `Agent` dispatch, no convergence. Doing any of it violates the contract.
                """;
        }

        return $$"""
            ## Team Creation Gate (BLOCKING)

            Carry out Phase 3 of the okstra skill before you dispatch anybody, whatever the size of the roster. Passing over it silently turns every dispatch into a background one and loses the split-pane view.

            1. Invoke `okstra-team-contract` and check the roster against `resultContract.requiredWorkerRoles`: {{string.Join(", ", roster.Where(entry => !entry.IsExtraVoter).Select(entry => $"`{entry.Role}`"))}}.
            2. `TeamCreate` with exactly the name `{{TeamName(key)}}` and a description.
            3. Store `teamName` and `teamCreate` in `{{teamStatePath}}`, and check `lead.sessionId` there, before any dispatch.
            4. Only then dispatch: with the team name when creation succeeded. Without it, in the background (`run_in_background: true`), only when `teamCreate.status` is recorded as `error`, or as `skipped` with reason `concurrent-run`.

            A dispatch that is refused with "team must be created first" or "team을 먼저 생성하거나 team_name 없이 호출해야 합니다" means: go back to step 2. Dropping the team name and trying again is wrong.

            {{Gemini(roster)}}
            """;
    }

    private static string Gemini(IReadOnlyList<RosterEntry> roster) => roster.Any(entry => entry.Worker == "gemini")
        ? "`Gemini worker` is in the roster and has to be attempted."
        : "`Gemini worker` is not selected; no Gemini attempt is required.";
}
