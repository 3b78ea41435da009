using Okstra.Core.Findings;
using Okstra.Core.Sources;

namespace Okstra.Core.Tests.Findings;

public sealed class CitationCheckTests
{
    private const string Text = "import os\n\ndef average(values):\n    return sum(values) / len(values)\n";

    [Theory]
    [InlineData("src/app.py", 4, "return sum(values) / len(values)", CitationVerdict.Holds)]
    [InlineData("./src/app.py", 4, "return sum(values) / len(values)", CitationVerdict.Holds)]
    [InlineData("src/app.py", 60, "return sum(values) / len(values)", CitationVerdict.Moved)]
    [InlineData("src/app.py", 4, "return sum(values) // 2", CitationVerdict.Fails)]
    [InlineData("src/gone.py", 4, "return sum(values) / len(values)", CitationVerdict.Fails)]
    [InlineData("src/app.py", 4, " ", CitationVerdict.Fails)]
    public async Task File_citation_is_compared_with_the_inspected_source(string path, int line, string quote, CitationVerdict expected)
    {
        var evidence = await Check(File(path, line, quote));

        Assert.Equal(expected, evidence.Check);
        Assert.Equal(expected is CitationVerdict.Holds, evidence.Note is null);
        Assert.Equal("w", evidence.Worker);
    }

    [Fact]
    public async Task Moved_citation_carries_the_corrected_lines()
    {
        var evidence = await Check(File("src/app.py", 60, "return sum(values)"));

        Assert.Equal((4, 4, "cited at 60-60"), (evidence.StartLine!.Value, evidence.EndLine!.Value, evidence.Note));
        Assert.True(evidence.Carries);
    }

    [Theory]
    [InlineData("/etc/passwd")]
    [InlineData("~/secret")]
    [InlineData("C:/windows/x")]
    [InlineData("../outside.py")]
    [InlineData("src/../../outside.py")]
    [InlineData("src\\..\\..\\outside.py")]
    [InlineData("src//app.py")]
    [InlineData("src/./app.py")]
    [InlineData(" ")]
    [InlineData(".git/config")]
    [InlineData("sub/.GIT/config")]
    public async Task Path_outside_the_repository_is_refused_without_reading(string path)
    {
        var tree = new Tree();
        var evidence = await new CitationCheck(tree, _ => null).CheckAsync("w", File(path, 1, "import os"), TestContext.Current.CancellationToken);

        Assert.Equal(CitationVerdict.Fails, evidence.Check);
        Assert.StartsWith("refused", evidence.Note, StringComparison.Ordinal);
        Assert.Empty(tree.Read);
    }

    [Theory]
    [InlineData("0123abc", "faster average", CitationVerdict.Holds)]
    [InlineData("0123abc", "src/app.py", CitationVerdict.Holds)]
    [InlineData("0123abc", "", CitationVerdict.Holds)]
    [InlineData("0123abc", "slower average", CitationVerdict.Fails)]
    [InlineData("fffffff", "faster average", CitationVerdict.Fails)]
    [InlineData("HEAD~1", "faster average", CitationVerdict.Fails)]
    [InlineData("--all", "faster average", CitationVerdict.Fails)]
    public async Task Commit_citation_is_resolved(string sha, string quote, CitationVerdict expected) =>
        Assert.Equal(expected, (await Check(new Citation.Commit { Sha = sha, Quote = quote })).Check);

    [Theory]
    [InlineData("pytest", 1, "1 failed", CitationVerdict.Holds)]
    [InlineData("pytest", 0, "1 failed", CitationVerdict.Fails)]
    [InlineData("pytest", 1, "2 failed", CitationVerdict.Fails)]
    [InlineData("make", 1, "1 failed", CitationVerdict.Fails)]
    public async Task Command_citation_holds_only_with_a_recorded_log(string program, int exitCode, string quote, CitationVerdict expected) =>
        Assert.Equal(expected, (await Check(new Citation.Command { Argv = [program, "-q"], ExitCode = exitCode, Quote = quote })).Check);

    [Fact]
    public async Task Mcp_citation_stays_unchecked_and_keeps_server_table_and_select()
    {
        var evidence = await Check(new Citation.Mcp { Server = "db", Table = "orders", Select = "SELECT 1", Quote = "1" });

        Assert.Equal((CitationVerdict.Unchecked, "db", "orders", "SELECT 1"), (evidence.Check, evidence.Server, evidence.Table, evidence.Select));
        Assert.False(evidence.Carries);
    }

    [Fact]
    public async Task Answer_is_checked_finding_by_finding_and_reads_a_cited_file_once()
    {
        var tree = new Tree();
        Finding Of(string id, params Citation[] evidence) => new() { Id = id, Kind = "cause", Title = "t", Claim = "c", Severity = Severity.Info, Confidence = 0, Evidence = evidence };
        var answer = new WorkerAnswer
        {
            Summary = "s",
            KeyFinding = "k",
            Findings = [Of("1", File("src/app.py", 4, "return sum"), File("gone.py", 1, "anything")), Of("2", File("src/app.py", 1, "import os"), File("src/app.py", 1, "import sys"))],
        };

        var found = await new CitationCheck(tree, _ => null).CheckAnswerAsync("w", answer, TestContext.Current.CancellationToken);

        Assert.Equal(
            [[CitationVerdict.Holds, CitationVerdict.Fails], [CitationVerdict.Holds, CitationVerdict.Fails]],
            found.Findings.Select(finding => finding.Evidence.Select(evidence => evidence.Check).ToArray()));
        Assert.Equal(["gone.py", "src/app.py"], tree.Read);
    }

    [Fact]
    public async Task Votes_keep_their_words_and_get_their_citations_checked()
    {
        var answer = new ReverifyAnswer { Votes = [new VoteAnswer { FindingId = "F-001", Vote = Vote.Agree, Reason = "seen", Citations = [File("src/app.py", 1, "import os")] }] };

        var vote = Assert.Single(await new CitationCheck(new Tree(), _ => null).CheckVotesAsync("w", answer, TestContext.Current.CancellationToken));

        Assert.Equal(("F-001", Vote.Agree, "seen"), (vote.FindingId, vote.Vote, vote.Reason));
        Assert.True(Assert.Single(vote.Citations).Carries);
    }

    private static Citation.File File(string path, int line, string quote) => new() { Path = path, StartLine = line, EndLine = line, Quote = quote };

    private static Task<Evidence> Check(Citation citation) => new CitationCheck(
        new Tree(),
        argv => argv.SequenceEqual(["pytest", "-q"]) ? new CommandLog(1, "collected 3\n1 failed, 2 passed\n") : null)
        .CheckAsync("w", citation, TestContext.Current.CancellationToken);

    private sealed class Tree : ISourceTree
    {
        public List<string> Read { get; } = [];

        public string? Commit => "0123abc";

        public Task<IReadOnlyList<string>> ListPathsAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<string>>(["src/app.py"]);

        public Task<string?> ReadTextAsync(string path, CancellationToken cancellationToken)
        {
            Read.Add(path);
            return Task.FromResult(path == "src/app.py" ? Text : null);
        }

        public Task<IReadOnlyList<SourceHit>> SearchAsync(IReadOnlyCollection<string> texts, int maxHitsPerText, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<SourceHit>>([]);

        public Task<string?> ReadCommitAsync(string sha, CancellationToken cancellationToken) => Task.FromResult(sha == "0123abc" ? "faster average\n\nsrc/app.py\n" : null);
    }
}
