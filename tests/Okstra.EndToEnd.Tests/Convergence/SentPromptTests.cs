using Okstra.Core.Convergence;
using Okstra.EndToEnd.Tests.Rig;

namespace Okstra.EndToEnd.Tests.Convergence;

/// <summary>The prompts of the voting rounds, as they arrived at the model server.</summary>
[Collection<DisputedRun>]
public sealed class SentPromptTests(DisputedRun disputed)
{
    private static readonly (string Worker, string Provider)[] Clis = [("claude", "anthropic"), ("codex", "openai"), ("gemini", "gemini")];
    private static readonly string[] Names = ["claude", "codex", "gemini", "anthropic", "openai", "google"];

    [Fact]
    [Trait("Req", "R-CVG-10")]
    [Trait("Req", "R-WRK-65")]
    public async Task Confirmed_finding_is_named_in_no_prompt_of_a_later_round()
    {
        var (run, prompts) = await disputed.EndedAsync();

        var second = prompts.Where(prompt => prompt.IsVoteOf(2)).ToList();
        Assert.Equal(Clis.Select(cli => cli.Provider).Order(StringComparer.Ordinal), second.Select(prompt => prompt.Provider).Order(StringComparer.Ordinal));
        var confirmed = run.Convergence.Findings.Where(finding => finding.ConfirmedInRound == 1).Select(finding => finding.Finding).ToList();
        Assert.Equal([DisputedCart.True, DisputedCart.Minority, DisputedCart.Disputed], confirmed.Select(finding => finding.Id).Order(StringComparer.Ordinal));
        Assert.All(second, prompt => Assert.All(confirmed, finding =>
        {
            Assert.DoesNotContain(finding.Id, prompt.Text, StringComparison.Ordinal);
            Assert.DoesNotContain(finding.Claim, prompt.Text, StringComparison.Ordinal);
        }));
    }

    [Fact]
    [Trait("Req", "R-LAY-43")]
    public async Task Prompt_that_was_kept_is_what_the_model_received()
    {
        var (run, prompts) = await disputed.EndedAsync();

        var kept = Directory.GetFiles(Path.Combine(run.RunDir, "prompts"), "*.md").Select(File.ReadAllText).ToList();
        Assert.Equal(9, kept.Count);
        Assert.Equal(kept.Count, prompts.Count);
        Assert.All(kept, prompt => Assert.Contains(prompts, sent => sent.Text.Contains(prompt.Trim(), StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Each_claim_is_shown_with_its_evidence_to_everybody_in_the_same_words()
    {
        var (run, prompts) = await disputed.EndedAsync();

        foreach (var round in run.Convergence.RoundHistory)
        {
            var votes = prompts.Where(prompt => prompt.IsVoteOf(round.Round)).ToList();
            Assert.Equal(round.Dispatches.Count, votes.Count);
            foreach (var finding in run.Convergence.Findings.Where(finding => round.QueueBefore.Contains(finding.Finding.Id)))
            {
                var shown = votes.Select(prompt => prompt.Claim(finding.Finding.Id)).OfType<string>().ToList();
                Assert.Equal(finding.Votes.Count(vote => vote.Round == round.Round), shown.Count);
                Assert.All(shown, text => Assert.Contains(finding.Finding.Claim, text, StringComparison.Ordinal));
                Assert.All(shown, text => Assert.All(finding.Finding.Evidence, citation => Assert.Contains(citation.Quote, text, StringComparison.Ordinal)));
            }
        }
    }

    [Fact]
    public async Task Nobody_learns_who_raised_a_claim_how_many_did_or_how_others_voted()
    {
        var (run, prompts) = await disputed.EndedAsync();
        string Shown(string provider, int round, string id) => Sent(prompts, provider, round).Claim(id) ?? throw new InvalidOperationException($"{provider} was not asked about {id}");

        // No name: neither another worker's anywhere in our words, nor the reader's own beside a claim.
        foreach (var (worker, provider) in Clis)
        {
            foreach (var round in (int[])[1, 2])
            {
                var others = Names.Where(name => name != worker && name != provider && !(worker == "gemini" && name == "google"));
                Assert.All(others, name => Assert.DoesNotContain(name, Body(run.Prompt(worker, round)), StringComparison.OrdinalIgnoreCase));
                Assert.All(Names, name => Assert.DoesNotContain(name, Claims(run.Prompt(worker, round)), StringComparison.OrdinalIgnoreCase));
            }
        }

        // No number of authors: what three raised and what one raised differs in nothing but the claim.
        var findings = run.Convergence.Findings.ToDictionary(finding => finding.Finding.Id, finding => finding.Finding);
        Assert.Equal(Shape(Shown("anthropic", 1, DisputedCart.Minority), findings[DisputedCart.Minority]), Shape(Shown("anthropic", 1, DisputedCart.True), findings[DisputedCart.True]));

        // No votes: agreement leaves no trace, not even on whoever is asked for the first time; dissent is an argument with its evidence.
        Assert.Equal(Shown("anthropic", 1, DisputedCart.Unexamined), Shown("openai", 2, DisputedCart.Unexamined));
        Assert.Equal(Shown("gemini", 1, DisputedCart.Invented), Shown("openai", 2, DisputedCart.Invented));
        var vetoed = Shown("anthropic", 2, DisputedCart.Insisted);
        Assert.Equal(vetoed, Shown("gemini", 2, DisputedCart.Insisted));
        Assert.Contains("An empty list is answered two lines above.", vetoed, StringComparison.Ordinal);
        Assert.Contains("if not lines:", vetoed, StringComparison.Ordinal);
        Assert.DoesNotMatch("AGREE|UNVERIFIABLE|CONCERN", vetoed);
    }

    private static SentPrompt Sent(IReadOnlyList<SentPrompt> prompts, string provider, int round) => Assert.Single(prompts, prompt => prompt.Provider == provider && prompt.IsVoteOf(round));

    // Paths of the header may hold anything: they are the user's.
    private static string Body(string prompt) => string.Join('\n', prompt.Split('\n').SkipWhile(line => line.StartsWith("**", StringComparison.Ordinal)));

    private static string Claims(string prompt) => prompt[prompt.IndexOf("\n## The claims", StringComparison.Ordinal)..prompt.IndexOf("\n## Your answer", StringComparison.Ordinal)];

    private static string Shape(string shown, ClusteredFinding finding) => finding.Evidence
        .Aggregate(shown, (text, citation) => text
            .Replace(citation.Quote, "(quote)", StringComparison.Ordinal)
            .Replace($"lines {citation.StartLine}-{citation.EndLine}", "(lines)", StringComparison.Ordinal))
        .Replace(finding.Id, "(id)", StringComparison.Ordinal)
        .Replace(finding.Title, "(title)", StringComparison.Ordinal)
        .Replace(finding.Claim, "(claim)", StringComparison.Ordinal);
}
