using Okstra.State.Files;
using Okstra.State.Layout;

namespace Okstra.State.Tests.Files;

public sealed class ScratchFolderTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private ScratchFolder Scratch() => new(new HomeLayout(_folder.At("home")), Setup.Writer(_folder));

    [Fact]
    public void A_scratch_folder_is_made_for_the_user_alone_and_removed_without_following_links()
    {
        var outside = _folder.Write("outside/precious.txt", "keep");
        var path = Scratch().Create(_folder.At("home", "scratch", "run"));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(path));
        Directory.CreateSymbolicLink(Path.Combine(path, "link"), _folder.At("outside"));

        Scratch().Remove(path);
        Scratch().Remove(path);

        Assert.False(Path.Exists(path));
        Assert.Equal("keep", File.ReadAllText(outside));
    }

    [Theory]
    [InlineData("home/worktrees/x")]
    [InlineData("home/scratch/../worktrees")]
    [InlineData("home/scratch")]
    public void Nothing_outside_the_scratch_root_is_removed(string path)
    {
        _folder.CreateFolder("home/worktrees/x");

        Assert.Throws<ArgumentException>(() => Scratch().Remove(_folder.At(path)));
    }
}
