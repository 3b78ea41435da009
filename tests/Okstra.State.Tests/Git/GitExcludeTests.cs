using System.Text;
using Okstra.State.Git;

namespace Okstra.State.Tests.Git;

public sealed class GitExcludeTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("# comment\n*.log\n", "# comment\n*.log\n/.okstra\n")]
    [InlineData("no newline", "no newline\n/.okstra\n")]
    [InlineData("windows\r\n", "windows\r\n/.okstra\n")]
    [InlineData("/.okstra/\n", "/.okstra/\n/.okstra\n")]
    [InlineData("", "/.okstra\n")]
    public void The_line_is_added_and_everything_else_stays(string before, string after)
    {
        var path = _folder.Write("info/exclude", before);

        Assert.True(GitExclude.Ensure(path, ".", Setup.Writer(_folder)));

        Assert.Equal(after, File.ReadAllText(path));
    }

    [Theory]
    [InlineData("/.okstra\n")]
    [InlineData("a\n/.okstra  \r\nb")]
    [InlineData("/.okstra")]
    public void The_line_is_added_only_once(string before)
    {
        var path = _folder.Write("info/exclude", before);

        Assert.False(GitExclude.Ensure(path, ".", Setup.Writer(_folder)));

        Assert.Equal(before, File.ReadAllText(path));
    }

    [Fact]
    public void A_project_in_a_subfolder_has_its_state_folder_hidden_there()
    {
        var repository = TestRepository.Create(_folder.At("repo"));
        GitExclude.Ensure(_folder.At("repo", ".git", "info", "exclude"), "team [a] #1", Setup.Writer(_folder));
        _folder.Write("repo/team [a] #1/.okstra/project.json", "{}");
        _folder.Write("repo/.okstra/mine", "");

        Assert.Equal("?? .okstra/\n", repository.Git("status", "--porcelain"));
    }

    [Fact]
    public void Bytes_that_are_no_text_stay()
    {
        var path = _folder.At("exclude");
        File.WriteAllBytes(path, [0xff, 0xfe, 0x0a]);

        GitExclude.Ensure(path, ".", Setup.Writer(_folder));

        Assert.Equal([0xff, 0xfe, 0x0a, .. Encoding.UTF8.GetBytes("/.okstra\n")], File.ReadAllBytes(path));
    }

    [Fact]
    public void Git_does_not_show_the_state_folder_nor_a_link_of_that_name()
    {
        var repository = TestRepository.Create(_folder.At("repo"));
        GitExclude.Ensure(_folder.At("repo", ".git", "info", "exclude"), ".", Setup.Writer(_folder));
        _folder.Write("repo/.okstra/project.json", "{}");
        Assert.Equal("", repository.Git("status", "--porcelain"));

        Directory.Delete(_folder.At("repo", ".okstra"), recursive: true);
        Directory.CreateSymbolicLink(_folder.At("repo", ".okstra"), _folder.CreateFolder("elsewhere"));

        Assert.Equal("", repository.Git("status", "--porcelain"));
    }
}
