using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Okstra.Core.Findings;

namespace Okstra.Core.Tests.Findings;

public sealed class GroupsParserTests
{
    private static readonly HashSet<string> Asked = new(["N-001", "N-002", "N-003", "N-004"], StringComparer.Ordinal);

    [Fact]
    public void Groups_of_two_and_more_are_read_and_groups_of_one_left_out()
    {
        const string text = """{"schemaVersion":1,"groups":[["N-003","N-001"],["N-002"],[]]}""";

        Assert.True(AnswerParser.TryParseGroups(text, FindingsContext.None, Asked, out var answer, out var problem), problem?.Message);

        Assert.Equal(["N-003", "N-001"], Assert.Single(answer.Groups));
        Assert.Empty(SchemaCheck.Errors(AnswerSchemas.Groups, text));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\"N-001\" and \"N-002\" are equal.")]
    [InlineData("{}")]
    [InlineData("""{"groups":null}""")]
    [InlineData("""{"groups":{"N-001":"N-002"}}""")]
    [InlineData("""{"groups":["N-001","N-002"]}""")]
    [InlineData("""{"groups":[null]}""")]
    [InlineData("""{"groups":[[1,2]]}""")]
    [InlineData("""{"groups":[["N-001",null]]}""")]
    [InlineData("""{"schemaVersion":2,"groups":[]}""")]
    [InlineData("""{"groups":[["N-001","N-002"]""")]
    [InlineData("""{"groups":[["N-001","\ud800"]]}""")]
    public void Anything_else_is_refused(string text)
    {
        Assert.False(AnswerParser.TryParseGroups(text, FindingsContext.None, Asked, out var answer, out var problem));
        Assert.Null(answer);
        Assert.NotEmpty(problem.Message);
    }

    [Theory]
    [InlineData("""[["N-001","N-002","N-001"]]""")]
    [InlineData("""[["N-001","N-002"],["N-003","N-001"]]""")]
    [InlineData("""[["N-001"],["N-001"]]""")]
    public void An_id_that_occurs_twice_is_refused(string groups)
    {
        Assert.False(AnswerParser.TryParseGroups(Answer(groups), FindingsContext.None, Asked, out _, out var problem));
        Assert.Contains("'N-001' is used twice", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("N-005")]
    [InlineData("n-001")]
    [InlineData(" N-001")]
    [InlineData("N-1")]
    [InlineData("\u039d-001")] // Greek capital nu
    [InlineData("\uff2e-001")] // full-width N
    [InlineData("N\u2010001")] // another hyphen
    [InlineData("N-00\uff11")] // full-width digit
    [InlineData("N-0\u200b01")] // zero-width space
    [InlineData("\u202eN-001")] // direction override
    public void An_id_that_was_not_asked_or_only_looks_like_one_is_refused(string id)
    {
        Assert.False(AnswerParser.TryParseGroups(Answer($"[[\"{id}\",\"N-002\"]]"), FindingsContext.None, Asked, out _, out var problem));
        Assert.Contains("none of the ids asked about", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void More_groups_than_findings_are_refused()
    {
        Assert.False(AnswerParser.TryParseGroups(Answer("[[],[],[],[],[]]"), FindingsContext.None, Asked, out _, out var problem));
        Assert.Contains("has 5 items; at most 4", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Ten_megabytes_are_refused_and_their_problem_stays_short()
    {
        var huge = Answer($"[[\"{new string('N', 10 * 1024 * 1024)}\"]]");
        var many = Answer($"[[{string.Join(',', Enumerable.Repeat("\"N-001\"", 1_000_000))}]]");

        Assert.False(AnswerParser.TryParseGroups(huge, FindingsContext.None, Asked, out _, out var tooLarge));
        Assert.False(AnswerParser.TryParseGroups(many, FindingsContext.None, Asked, out _, out var tooMany));

        Assert.Equal("OKS0302", tooLarge.Code);
        Assert.Contains("has 1000000 items; at most 4", tooMany.Message, StringComparison.Ordinal);
        Assert.InRange(Encoding.UTF8.GetByteCount(tooMany.Message), 1, 500);
    }

    [Fact]
    public void The_schema_sent_back_is_an_echo()
    {
        Assert.False(AnswerParser.TryParseGroups(AnswerSchemas.Groups, FindingsContext.None, Asked, out _, out var problem));
        Assert.Equal("OKS0306", problem.Code);
    }

    [Fact]
    public void Parser_never_throws_and_never_lets_through_what_was_not_asked() => Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
    {
        string[] parts = ["[", "]", "{", "}", ",", ":", "\"N-001\"", "\"N-002\"", "\"N-009\"", "\"groups\"", "null", "1", "\"", "\\", "\ud800", "\0", "```"];
        var random = new Random(seed);
        var text = new StringBuilder("""{"groups":[["N-001","N-002"],["N-003"]]}""");
        for (var mutation = 0; mutation < random.Next(1, 5); mutation++)
        {
            text.Insert(random.Next(text.Length), parts[random.Next(parts.Length)]);
        }

        if (AnswerParser.TryParseGroups(text.ToString(), FindingsContext.None, Asked, out var answer, out _))
        {
            var ids = answer.Groups.SelectMany(group => group).ToList();
            Assert.All(ids, id => Assert.Contains(id, Asked));
            Assert.Equal(ids.Distinct(), ids);
        }
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(1_000));

    private static string Answer(string groups) => $$"""{"schemaVersion":1,"groups":{{groups}}}""";
}
