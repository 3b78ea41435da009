using Okstra.Core.Phases;

namespace Okstra.Core.Profiles;

/// <summary>What release hand-off allows and forbids (R-PHS-102…112, R-OPN-64).</summary>
internal static class ReleaseRules
{
    private static readonly string Protected = string.Join(", ", ProtectedBranches.All.Select(branch => $"`{branch}`"));

    public static PhaseRules Rules { get; } = new(
        [
            "Inspect: `git status`, `git status --short`, `git diff`, `git log`, `git rev-parse`, `git ls-remote --heads origin <name>`, `gh pr list --head <branch>`, `gh pr view <url>`.",
            "After the choice `push + PR` only: `git push -u origin <current-branch>`, the feature branch and no other.",
            "After the choice `push + PR` only, when no open pull request has that head: `gh pr create --base <chosen-base> --head <current-branch> --title \"<title>\" --body \"<body>\"`.",
            "Offer as base `staging`, `preprod`, `main`, or a name the user types.",
            "Write this run's report.",
        ],
        [
            "Commit or hide work: `git add`, `git commit`, `git restore --staged`, `git stash`.",
            "Rewrite remote history: `git push --force`, `--force-with-lease`, `git push +<refspec>`.",
            $"Push to {Protected} or the chosen base.",
            "Go around hooks or safeguards: `--no-verify`, `-n`, signing switched off.",
            "`gh release create`, `gh release edit`, `gh pr merge`, `npm publish`, `cargo publish`, `pip publish`, `twine upload`, `docker push`, `terraform apply`, `kubectl apply` on a cluster that is not local.",
            "Edit source, or change anything outside this run's artifact directories.",
            "Run a command that changes something and that the user did not choose.",
            "Repeat a failed git or gh command with less safety.",
            "`TeamCreate`, agent dispatch or fan-out of any kind.",
            "Take an unknown reply for one of the options; ask again instead.",
            "End with an accepted hand-off when the cited `Verdict Token` is not `accepted`, or when none is cited.",
        ]);
}
