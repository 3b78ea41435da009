using Okstra.Core.Findings;

namespace Okstra.Core.Tests.Findings;

public sealed class AnswerParserTests
{
    [Fact]
    public void Whole_text_that_is_one_object_is_the_answer()
    {
        Assert.True(AnswerParser.TryParseFindings(Wire.Findings, FindingsContext.None, out var answer, out _));

        var finding = Assert.Single(answer.Findings);
        Assert.Equal(("f1", "cause", Severity.Critical, 0.8), (finding.Id, finding.Kind, finding.Severity, finding.Confidence));
        Assert.Equal(
            [typeof(Citation.File), typeof(Citation.Command), typeof(Citation.Commit), typeof(Citation.Mcp)],
            finding.Evidence.Select(citation => citation.GetType()));
        Assert.Equal("material", Assert.Single(answer.Questions).Kind);
        Assert.Equal("reject", answer.Verdict!.Token);
        Assert.NotNull(answer.Plan);
    }

    [Theory]
    [InlineData("I looked.\n```json\n{0}\n```\n")]
    [InlineData("I looked.\n```json okstra-findings\n{0}\n```\nDone.")]
    [InlineData("```json\n{\"summary\":\"an earlier draft\"}\n```\nBetter:\n```\n{0}\n```")]
    [InlineData("```json okstra-findings\n{0}\n```\nI ran\n```json\n{\"tool\":\"output\"}\n```")]
    [InlineData("```json\n{0}")]
    [InlineData("\ufeff  {0}\n\n")]
    [InlineData("{note}: the answer follows\n```json\n{0}\n```")]
    [InlineData("````json\n{0}\n````")]
    public void Last_fenced_json_block_is_the_answer(string text)
    {
        Assert.True(AnswerParser.TryParseFindings(text.Replace("{0}", Wire.Findings, StringComparison.Ordinal), FindingsContext.None, out var answer, out var problem), problem?.Message);
        Assert.Equal("It divides by zero.", answer.KeyFinding);
    }

    [Theory]
    [InlineData("", "OKS0301")]
    [InlineData(" \n\t", "OKS0301")]
    [InlineData("I found nothing wrong.", "OKS0303")]
    [InlineData("[1,2]", "OKS0303")]
    [InlineData("```python\n{'a': 1}\n```", "OKS0303")]
    [InlineData("{}", "OKS0307")]
    [InlineData("{\"summary\":\"s\",\"keyFinding\":\"k\"", "OKS0304")]
    [InlineData("{\"summary\":\"s\",\"keyFinding\":\"half a sen", "OKS0304")]
    [InlineData("```json\n{\"summary\":\"s\",\n```", "OKS0304")]
    [InlineData("{\"summary\":\"s\"} and more", "OKS0305")]
    [InlineData("{\"summary\":NaN}", "OKS0305")]
    [InlineData("{\"summary\":\"a\",\"summary\":\"b\",\"keyFinding\":\"k\",\"findings\":[]}", "OKS0305")]
    [InlineData("{\"summary\":\"s\",\"keyFinding\":\"k\",\"findings\":[],\"\\ud800\":1}", "OKS0305")]
    public void Empty_prose_truncated_or_malformed_answer_is_an_error_and_never_no_findings(string text, string code)
    {
        Assert.False(AnswerParser.TryParseFindings(text, FindingsContext.None, out _, out var problem));
        Assert.Equal(code, problem.Code);
    }

    [Fact]
    public void No_findings_with_summary_and_key_finding_is_a_valid_answer()
    {
        Assert.True(AnswerParser.TryParseFindings("{\"schemaVersion\":1,\"summary\":\"read all\",\"keyFinding\":\"nothing wrong\",\"findings\":[]}", FindingsContext.None, out var answer, out _));
        Assert.Empty(answer.Findings);
    }

    [Theory]
    [InlineData("\"summary\": \"Read it.\"", "\"summary\": \" \"", "$.summary")]
    [InlineData("\"keyFinding\": \"It divides by zero.\"", "\"keyFinding\": null", "$.keyFinding")]
    [InlineData("\"schemaVersion\": 1", "\"schemaVersion\": 2", "$.schemaVersion")]
    [InlineData("\"id\": \"f1\"", "\"id\": 1", "$.findings[0].id")]
    [InlineData("\"severity\": \"critical\"", "\"severity\": \"blocker\"", "$.findings[0].severity")]
    [InlineData("\"confidence\": 0.8", "\"confidence\": 1.2", "$.findings[0].confidence")]
    [InlineData("\"confidence\": 0.8", "\"confidence\": 1e999", "$.findings[0].confidence")]
    [InlineData("\"confidence\": 0.8", "\"confidence\": \"high\"", "$.findings[0].confidence")]
    [InlineData("\"startLine\": 12", "\"startLine\": 0", "$.findings[0].evidence[0].startLine")]
    [InlineData("\"startLine\": 12", "\"startLine\": 14", "$.findings[0].evidence[0].endLine")]
    [InlineData("\"startLine\": 12", "\"startLine\": 1.5", "$.findings[0].evidence[0].startLine")]
    [InlineData("\"kind\": \"file\"", "\"kind\": \"rumour\"", "$.findings[0].evidence[0].kind")]
    [InlineData("\"sha\": \"0123abc\"", "\"sha\": null", "$.findings[0].evidence[2].sha")]
    [InlineData("\"title\": \"Division by zero\"", "\"title\": \"\\ud800\"", "$.findings[0].title")]
    [InlineData("\"kind\": \"material\"", "\"kind\": \"wish\"", "$.questions[0].kind")]
    [InlineData("\"questions\": [", "\"questions\": [7, ", "$.questions[0]")]
    public void Violation_names_the_json_path(string valid, string broken, string path)
    {
        var text = Wire.Findings.Replace(valid, broken, StringComparison.Ordinal);
        Assert.NotEqual(Wire.Findings, text);

        Assert.False(AnswerParser.TryParseFindings(text, FindingsContext.None, out _, out var problem));

        Assert.Equal("OKS0307", problem.Code);
        Assert.Contains($"at {path}:", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Limits_are_violations_but_long_quotes_and_reasons_are_cut_with_a_mark()
    {
        Assert.Contains("$.findings[0].title", Refused(Wire.Findings.Replace("Division by zero", new string('x', 301), StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains("$.findings[0].claim", Refused(Wire.Findings.Replace("average() divides by len(values).", new string('x', 8_001), StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains("$.findings[0].evidence[0].quote", Refused(Wire.Findings.Replace("return total / n", new string('x', 65 * 1024), StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains("larger than 10 MiB", Refused(new string('x', (10 * 1024 * 1024) + 1)), StringComparison.Ordinal);
        Assert.Contains("depth", Refused("{\"plan\":" + new string('[', 100) + new string(']', 100) + "}"), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("at most 500", Refused(Wire.Many(501)), StringComparison.Ordinal);

        Assert.True(AnswerParser.TryParseFindings(Wire.Findings.Replace("return total / n", new string('x', 5_000), StringComparison.Ordinal), FindingsContext.None, out var answer, out _));
        var quote = answer.Findings[0].Evidence[0].Quote;
        Assert.Equal(4_000, quote.Length);
        Assert.EndsWith(" […]", quote, StringComparison.Ordinal);
    }

    [Fact]
    public void Finding_id_used_twice_is_a_violation() =>
        Assert.Contains("'f1' is used twice", Refused(Wire.Many(2).Replace("\"f2\"", "\"f1\"", StringComparison.Ordinal)), StringComparison.Ordinal);

    [Fact]
    public void Unknown_members_are_ignored() =>
        Assert.True(AnswerParser.TryParseFindings(Wire.Findings.Replace("\"schemaVersion\": 1,", "\"schemaVersion\": 1, \"mood\": {\"x\": []},", StringComparison.Ordinal), FindingsContext.None, out _, out _));

    [Fact]
    public void Echo_of_the_prompt_its_example_or_the_schema_is_an_error()
    {
        var context = new FindingsContext($"Analyse. Answer like this:\n```json\n{Wire.Findings}\n```\nBegin.");
        var respaced = Wire.Findings.ReplaceLineEndings(" ").Replace("  ", " ", StringComparison.Ordinal);

        foreach (var echo in new[] { Wire.Findings, respaced, context.Prompt, AnswerSchemas.Findings, $"```json\n{AnswerSchemas.Votes}\n```" })
        {
            Assert.False(AnswerParser.TryParseFindings(echo, context, out _, out var problem));
            Assert.Equal("OKS0306", problem.Code);
        }

        Assert.True(AnswerParser.TryParseFindings(Wire.Findings.Replace("Read it.", "Read all of it.", StringComparison.Ordinal), context, out _, out _));
    }

    [Fact]
    public void Strings_lose_control_characters_escapes_and_direction_changes()
    {
        var text = Wire.Findings.Replace("Division by zero", "\\u001b[31mDivi\\u0000sion\\u001b]0;pwned\\u0007 by \\u202ezero\\u2066", StringComparison.Ordinal);

        Assert.True(AnswerParser.TryParseFindings(text, FindingsContext.None, out var answer, out _));
        Assert.Equal("Division by zero", answer.Findings[0].Title);
    }

    [Fact]
    [Trait("Req", "R-CVG-19")]
    public void Votes_are_read_with_reason_and_citations()
    {
        Assert.True(AnswerParser.TryParseVotes(Wire.Votes, FindingsContext.None, out var answer, out _));

        Assert.Equal([("F-001", Vote.Agree, 1), ("F-002", Vote.Withdraw, 0)], answer.Votes.Select(vote => (vote.FindingId, vote.Vote, vote.Citations.Count)));
    }

    [Theory]
    [InlineData("\"AGREE\"", "\"CONCERN\"", "$.votes[0].vote")]
    [InlineData("\"AGREE\"", "\"verification-error\"", "$.votes[0].vote")]
    [InlineData("\"AGREE\"", "\"agree\"", "$.votes[0].vote")]
    [InlineData("\"seen\"", "\"\"", "$.votes[0].reason")]
    [InlineData("\"F-001\"", "null", "$.votes[0].findingId")]
    public void Vote_that_is_not_on_the_wire_is_a_violation(string valid, string broken, string path)
    {
        Assert.False(AnswerParser.TryParseVotes(Wire.Votes.Replace(valid, broken, StringComparison.Ordinal), FindingsContext.None, out _, out var problem));
        Assert.Contains($"at {path}:", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"votes\":[]}")]
    [InlineData("{\"votes\":null}")]
    [InlineData("{}")]
    public void Answer_without_a_vote_is_an_error(string text) => Assert.False(AnswerParser.TryParseVotes(text, FindingsContext.None, out _, out _));

    private static string Refused(string text)
    {
        Assert.False(AnswerParser.TryParseFindings(text, FindingsContext.None, out _, out var problem));
        return problem.Message;
    }
}
