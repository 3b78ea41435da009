using Okstra.Core.Problems;

namespace Okstra.State.Tests.Writing;

public sealed class AppendLineTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    [Trait("Req", "R-OPN-05")]
    public async Task AppendLine_loses_no_line_when_eight_processes_append_to_one_file()
    {
        const int Processes = 8;
        const int Lines = 50;
        var path = _folder.At("recent.jsonl");

        var children = Enumerable.Range(0, Processes).Select(number => StateProcess.Start(_folder.Path, "", "append", path, $"p{number}-", $"{Lines}")).ToList();
        foreach (var child in children)
        {
            Assert.Equal(0, (await child.WaitAsync()).ExitCode);
            child.Dispose();
        }

        var expected = Enumerable.Range(0, Processes).SelectMany(number => Enumerable.Range(1, Lines).Select(line => $"\"p{number}-{line}\""));
        Assert.Equal(expected.Order(StringComparer.Ordinal), File.ReadAllLines(path).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void AppendLine_ends_a_torn_line_first()
    {
        var path = _folder.Write("journal.jsonl", "{\"a\":1}\n{\"b\":");

        Setup.Writer(_folder).AppendLine(path, "{\"c\":3}");

        Assert.Equal("{\"a\":1}\n{\"b\":\n{\"c\":3}\n", File.ReadAllText(path));
    }

    [Fact]
    public void AppendLine_names_the_file_when_the_disk_is_full_and_adds_nothing()
    {
        var path = _folder.Write("journal.jsonl", "{\"a\":1}\n");

        var failure = Assert.Throws<UserErrorException>(() => Setup.Writer(_folder, "fail:1").AppendLine(path, "{}"));

        Assert.Contains(path, failure.Problem.Message, StringComparison.Ordinal);
        Assert.Equal("{\"a\":1}\n", File.ReadAllText(path));
    }
}
