using Okstra.Core.Problems;

namespace Okstra.State.Tests.Writing;

public sealed class WriteFaultsTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("kill:2:before", "v1", 1)]
    [InlineData("kill:2:after", "v2", 2)]
    public async Task Kill_ends_the_process_at_the_chosen_side_of_the_chosen_write(string fault, string onDisk, int writes)
    {
        var path = _folder.At("a.json");
        var trace = _folder.At("trace");

        using var child = StateProcess.Start(_folder.Path, $"trace:{trace};{fault}", "write", path, "v", "3");

        Assert.Equal(Setup.Killed, (await child.WaitAsync()).ExitCode);
        Assert.Equal(onDisk, await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken));
        Assert.Equal(Enumerable.Range(1, writes).Select(number => $"{number} a.json"), await File.ReadAllLinesAsync(trace, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Appends_and_documents_share_one_count()
    {
        var writer = Setup.Writer(_folder, $"trace:{_folder.At("trace")};fail:3");
        writer.Write(_folder.At("a.json"), "1");
        writer.AppendLine(_folder.At("b.jsonl"), "2");

        Assert.Throws<UserErrorException>(() => writer.CreateNew(_folder.At("c.json"), "3"u8.ToArray()));

        writer.Write(_folder.At("d.json"), "4");
        Assert.Equal(["1 a.json", "2 b.jsonl", "4 d.json"], File.ReadAllLines(_folder.At("trace")));
        Assert.False(File.Exists(_folder.At("c.json")));
    }

    [Theory]
    [InlineData("kill:x:before")]
    [InlineData("kill:1:during")]
    [InlineData("explode")]
    public void An_instruction_that_is_not_understood_is_refused(string fault) =>
        Assert.Equal("OKS0200", Assert.Throws<UserErrorException>(() => Setup.Writer(_folder, fault)).Problem.Code);
}
