namespace Okstra.Core.Profiles;

/// <summary>What implementation allows and forbids: the one phase in which source changes, by the executor alone (R-CON-75, R-PHS-061, R-PHS-066, R-OPN-65).</summary>
internal static class ImplementationRules
{
    public static PhaseRules Rules { get; } = new(
        [
            "Read files and history: `git status`, `git diff`, `git log`, `grep`, `rg`, `find`, `cat`, `ls`.",
            "Build, lint, check types and test.",
            "Executor only: edit the files the approved plan names for this stage.",
            "Executor only: `git add` and `git commit`, in small commits, one plan step at a time.",
            "Query the MCP servers listed under `## Available MCP Servers`, with SELECT only; cite server, table and the SELECT.",
        ],
        [
            "`git push` in any form, `--dry-run` against a real remote included.",
            "Publish or release: `npm publish`, `cargo publish`, `pip publish`, `gh release`, `docker push`.",
            "Deploy (`terraform apply`, `kubectl apply` and the like), migrate a shared database, write through a third-party API or MCP.",
            "Rewrite history (`git rebase`, `git reset --hard`, amending somebody else's commit), remove a branch or worktree, use `--no-verify`.",
            "Edit outside the plan without recording it under `Out-of-plan edits`.",
            "Lead and verifiers: edit, stage or commit anything.",
            "Start another lifecycle phase, whatever the wording of a request; only a new okstra run does that.",
            "Start further agents: okstra alone decides who works on this run.",
        ]);
}
