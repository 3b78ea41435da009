using System.Text;
using Okstra.Core.Problems;
using Okstra.Core.Runs;
using Okstra.Core.Workers;
using Okstra.State.Documents;

namespace Okstra.State.Tests.Documents;

public sealed class DocumentStoreTests : IDisposable
{
    private static readonly DispatchDocument Sample = new()
    {
        TaskKey = "p:g:t",
        TaskType = "error-analysis",
        Seq = "001",
        Worker = "claude",
        Role = "Claude worker",
        Driver = "claude",
        Vendor = "anthropic",
        Round = 0,
        Batch = 1,
        AgentName = "claude-worker",
        Model = new ModelAssignment("Opus", "opus"),
        Status = WorkerStatus.NotRun,
        Reason = "명령 <없음> & \"따옴표\"",
        StartedAt = "2026-01-02T03:04:05Z",
        EndedAt = "2026-01-02T03:04:06Z",
        PromptSha256 = "0",
        PromptPath = "prompts/x.md",
    };

    private readonly TempFolder _folder = new();

    private string Path => _folder.At("a.json");

    public void Dispose() => _folder.Dispose();

    [Fact]
    [Trait("Req", "R-LAY-87")]
    public void Write_indents_by_two_spaces_keeps_non_ascii_and_ends_with_a_newline()
    {
        Setup.Documents(_folder).Write(Path, Sample, WorkersJson.Default.DispatchDocument);

        var text = File.ReadAllText(Path);
        Assert.StartsWith("{\n  \"schemaVersion\": 1,\n  \"taskKey\": \"p:g:t\",\n", text, StringComparison.Ordinal);
        Assert.Contains("\"reason\": \"명령 <없음> & \\\"따옴표\\\"\"", text, StringComparison.Ordinal);
        Assert.EndsWith("\n}\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_returns_what_was_written()
    {
        var documents = Setup.Documents(_folder);
        documents.Write(Path, Sample, WorkersJson.Default.DispatchDocument);

        Assert.Equivalent(Sample, documents.Read(Path, WorkersJson.Default.DispatchDocument), strict: true);
    }

    [Fact]
    public void Read_names_a_missing_document_and_TryRead_says_null()
    {
        var documents = Setup.Documents(_folder);

        Assert.Contains(Path, Refusal(documents).Message, StringComparison.Ordinal);
        Assert.Null(documents.TryRead(Path, WorkersJson.Default.DispatchDocument));
        Assert.Null(documents.TryRead(_folder.At("no", "folder.json"), WorkersJson.Default.DispatchDocument));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{\"pid\":1,\"startTime\":2,\"host\":\"h\",\"verb\":\"v\"}")]
    [InlineData("{\"pid\":1,\"startTime\":2,\"host\":null,\"verb\":\"v\",\"at\":\"x\"}")]
    [InlineData("{\"pid\":1,\"pid\":2,\"startTime\":2,\"host\":\"h\",\"verb\":\"v\",\"at\":\"x\"}")]
    [InlineData("{\"pid\":\"1\",\"startTime\":2,\"host\":\"h\",\"verb\":\"v\",\"at\":\"x\"}")]
    public void An_unreadable_document_is_named_copied_and_never_taken_for_empty(string text)
    {
        _folder.Write("a.json", text);

        var failure = Assert.Throws<UserErrorException>(() => Setup.Documents(_folder).TryRead(Path, RunsJson.Default.LockHolder));

        var copy = Assert.Single(Directory.GetFiles(_folder.Path, "a.json.corrupt-*"));
        Assert.Equal("OKS0204", failure.Problem.Code);
        Assert.Contains($"'{Path}'", failure.Problem.Message, StringComparison.Ordinal);
        Assert.Contains($"'{copy}'", failure.Problem.Message, StringComparison.Ordinal);
        Assert.Equal(text, File.ReadAllText(copy));
        Assert.Equal(text, File.ReadAllText(Path));
    }

    [Fact]
    public void An_unreadable_document_is_copied_once_however_often_it_is_read()
    {
        _folder.Write("a.json", "{ torn");
        for (var read = 0; read < 3; read++)
        {
            Assert.Throws<UserErrorException>(() => Setup.Documents(_folder).TryRead(Path, WorkersJson.Default.DispatchDocument));
        }

        Assert.Single(Directory.GetFiles(_folder.Path, "a.json.corrupt-*"));
    }

    [Fact]
    public void A_document_of_a_newer_okstra_is_refused_and_not_copied()
    {
        _folder.Write("a.json", "{ \"whatever\": {\"schemaVersion\": 1}, \"schemaVersion\": 2 }");

        var problem = Refusal(Setup.Documents(_folder));

        Assert.Equal("OKS0205", problem.Code);
        Assert.Contains($"'{Path}' was written by a newer okstra", problem.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_folder.Path, "*.corrupt-*"));
    }

    [Fact]
    public void WriteOnce_refuses_the_second_time()
    {
        var documents = Setup.Documents(_folder);
        documents.WriteOnce(Path, Sample, WorkersJson.Default.DispatchDocument);

        var failure = Assert.Throws<UserErrorException>(() => documents.WriteOnce(Path, Sample with { Worker = "codex" }, WorkersJson.Default.DispatchDocument));

        Assert.Equal("OKS0202", failure.Problem.Code);
        Assert.Contains("\"claude\"", File.ReadAllText(Path), StringComparison.Ordinal);
    }

    [Fact]
    public void ContentHash_is_the_sha256_of_the_bytes()
    {
        _folder.Write("a.txt", "abc");

        Assert.Equal("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", ContentHash.OfFile(_folder.At("a.txt")));
        Assert.Equal(ContentHash.OfText("abc"), ContentHash.OfBytes(Encoding.UTF8.GetBytes("abc")));
        Assert.Null(ContentHash.TryOfFile(_folder.At("none")));
    }

    private Problem Refusal(DocumentStore documents) =>
        Assert.Throws<UserErrorException>(() => documents.Read(Path, WorkersJson.Default.DispatchDocument)).Problem;
}
