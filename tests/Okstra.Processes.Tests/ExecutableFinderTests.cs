using Okstra.Testing;

namespace Okstra.Processes.Tests;

public sealed class ExecutableFinderTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_first_executable_file_on_the_path_wins()
    {
        _folder.Write("one/agent", "not executable");
        _folder.CreateFolder("two/agent");
        var right = _folder.WriteScript("three/agent", "");
        _folder.WriteScript("four/agent", "");

        Assert.Equal(right, Find("agent", "one", "two", "three", "four"));
    }

    [Fact]
    public void Links_to_files_and_folders_are_resolved()
    {
        var real = _folder.WriteScript("lib/agent/run.js", "");
        Directory.CreateSymbolicLink(_folder.At("current"), "lib");
        _folder.CreateFolder("bin");
        File.CreateSymbolicLink(_folder.At("bin", "agent"), "../current/agent/run.js");

        Assert.Equal(real, Find("agent", "bin"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("absent")]
    [InlineData("../bin/agent")]
    public void Anything_else_is_not_found(string name)
    {
        _folder.WriteScript("bin/agent", "");

        Assert.Null(Find(name, "bin"));
    }

    [Fact]
    public void Relative_folders_on_the_path_are_ignored()
    {
        Assert.Null(ExecutableFinder.Find("sh", new Dictionary<string, string> { ["PATH"] = ".:../../../../../../../../bin:" }));
    }

    [Fact]
    public void An_absolute_path_is_checked_as_it_is()
    {
        var right = _folder.WriteScript("bin/agent", "");

        Assert.Equal(right, Find(right));
        Assert.Null(Find(_folder.Write("bin/text", "")));
    }

    private string? Find(string name, params string[] folders) =>
        ExecutableFinder.Find(name, new Dictionary<string, string> { ["PATH"] = string.Join(':', folders.Select(folder => _folder.At(folder))) });
}
