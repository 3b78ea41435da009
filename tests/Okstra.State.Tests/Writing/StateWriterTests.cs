using Okstra.Core.Problems;

namespace Okstra.State.Tests.Writing;

public sealed class StateWriterTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Write_replaces_the_file_and_leaves_no_temp_file()
    {
        var path = _folder.Write("state/a.json", "old");

        Setup.Writer(_folder).Write(path, "새 내용\n");

        Assert.Equal("새 내용\n", File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFiles(_folder.At("state"), "*", new EnumerationOptions { AttributesToSkip = FileAttributes.None }));
    }

    [Fact]
    public void Write_makes_missing_folders()
    {
        Setup.Writer(_folder).Write(_folder.At("a", "b", "c.json"), "x");

        Assert.Equal("x", File.ReadAllText(_folder.At("a", "b", "c.json")));
    }

    [Fact]
    [Trait("Req", "R-OPN-05")]
    public async Task Write_never_shows_a_torn_file_when_it_is_killed_a_hundred_times()
    {
        var path = _folder.At("state", "document.json");
        var versions = new HashSet<char>();
        var random = new Random(20261120);
        for (var kill = 0; kill < 100; kill++)
        {
            using var child = StateProcess.Start(_folder.Path, "", "rewrite", path);
            Assert.Equal("ready", await child.ReadLineAsync());
            Thread.SpinWait(random.Next(1, 2_000_000));
            child.Kill();
            await child.WaitAsync();

            var text = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
            Assert.Equal(20_001, text.Length);
            Assert.Equal($"{new string(text[0], 20_000)}\n", text);
            versions.Add(text[0]);
        }

        Assert.True(versions.Count > 1, "the kills must fall into different turns of the loop");
        Setup.Writer(_folder).Write(path, "last");
        Assert.Empty(Setup.TempFiles(_folder.At("state")));
    }

    [Fact]
    public async Task Write_sweeps_what_a_killed_writer_of_the_same_file_left()
    {
        var path = _folder.Write("state/a.json", "old");
        using (var child = StateProcess.Start(_folder.Path, "kill:1:before", "write", path, "new", "1"))
        {
            Assert.Equal(Setup.Killed, (await child.WaitAsync()).ExitCode);
        }

        Assert.Equal("old", await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken));
        Assert.Single(Setup.TempFiles(_folder.At("state")));

        Setup.Writer(_folder).Write(path, "newer");

        Assert.Empty(Setup.TempFiles(_folder.At("state")));
        Assert.Equal("newer", await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Write_leaves_the_temp_file_of_a_living_writer_alone()
    {
        var path = _folder.At("a.json");
        var living = _folder.At(".a.json.abcdefgh.ijk.tmp");
        using var stream = new FileStream(living, FileMode.CreateNew, FileAccess.Write, FileShare.None);

        Setup.Writer(_folder).Write(path, "x");

        Assert.True(File.Exists(living));
    }

    [Fact]
    public void Write_succeeds_in_every_thread_when_many_write_the_same_file()
    {
        var path = _folder.At("a.json");
        var writer = Setup.Writer(_folder);

        Parallel.For(0, 200, new ParallelOptions { MaxDegreeOfParallelism = 8 }, turn => writer.Write(path, new string('x', 1000)));

        Assert.Equal(1000, File.ReadAllText(path).Length);
        Assert.Empty(Setup.TempFiles(_folder.Path));
    }

    [Fact]
    public void Write_names_the_file_and_keeps_the_old_bytes_when_the_disk_is_full()
    {
        var path = _folder.Write("state/team-state.json", "old");

        var failure = Assert.Throws<UserErrorException>(() => Setup.Writer(_folder, "fail:1").Write(path, "new"));

        Assert.Equal("OKS0201", failure.Problem.Code);
        Assert.Equal($"cannot write '{path}': no space left on the device", failure.Problem.Message);
        Assert.Equal("old", File.ReadAllText(path));
        Assert.Empty(Setup.TempFiles(_folder.At("state")));
    }

    [Fact]
    public async Task Write_keeps_the_old_bytes_when_the_system_refuses_in_the_middle_of_the_content()
    {
        var path = _folder.Write("state/a.json", "old");
        var program = BuiltProgram.Of("Okstra.State.Tests.Host", "Okstra.State.Tests.Host");

        // A file size limit of 8 KiB is the one real "cannot write any further" that needs no file system of its own; the runtime's W^X mapping would not fit into it.
        using var child = StateProcess.StartProgram("/bin/sh", _folder.Path, "", "-c", "trap '' XFSZ; ulimit -f 16; export DOTNET_EnableWriteXorExecute=0; exec \"$0\" write \"$1\" \"$2\" 1", program, path, new string('x', 60_000));
        var (exitCode, error) = await child.WaitAsync();

        Assert.Equal(1, exitCode);
        Assert.Contains($"cannot write '{path}'", error, StringComparison.Ordinal);
        Assert.Equal("old", await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken));
        Assert.Empty(Setup.TempFiles(_folder.At("state")));
    }

    [Fact]
    public void Write_names_the_folder_when_it_cannot_be_written()
    {
        _folder.Write("state", "a file where a folder should be");

        var failure = Assert.Throws<UserErrorException>(() => Setup.Writer(_folder).Write(_folder.At("state", "a.json"), "x"));

        Assert.Equal("OKS0201", failure.Problem.Code);
        Assert.Contains(_folder.At("state"), failure.Problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_below_the_private_root_is_readable_for_the_user_alone()
    {
        var writer = Setup.Writer(_folder);

        writer.Write(_folder.At("home", "sub", "a.json"), "x");
        writer.AppendLine(_folder.At("home", "recent.jsonl"), "1");

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_folder.At("home", "sub", "a.json")));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_folder.At("home", "recent.jsonl")));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(_folder.At("home", "sub")));
    }

    [Fact]
    public void Write_keeps_the_permissions_of_an_existing_file()
    {
        var path = _folder.Write("exclude", "old");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);

        Setup.Writer(_folder).Write(path, "new");

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead, File.GetUnixFileMode(path));
    }

    [Fact]
    public void CreateNew_refuses_when_the_document_exists()
    {
        var path = _folder.Write("a.json", "first");

        var failure = Assert.Throws<UserErrorException>(() => Setup.Writer(_folder).CreateNew(path, "second"u8.ToArray()));

        Assert.Equal("OKS0202", failure.Problem.Code);
        Assert.Equal("first", File.ReadAllText(path));
    }
}
