using Okstra.Core.Projects;

namespace Okstra.Core.Tests.Projects;

public sealed class LanguagesTests
{
    [Fact]
    public void Languages_are_ordered_by_their_share_of_files() =>
        Assert.Equal(["python", "javascript"], Languages.Detect(["a.py", "b/c.py", "web/x.js", "README.md", "LICENSE"]));

    [Fact]
    public void Languages_ignore_vendored_folders() =>
        Assert.Equal(["go"], Languages.Detect(["main.go", "node_modules/a/x.js", "node_modules/a/y.js", "vendor/z/z.php"]));

    [Fact]
    public void Languages_below_a_small_share_are_left_out() =>
        Assert.Equal(["rust"], Languages.Detect([.. Enumerable.Range(0, 99).Select(number => $"src/m{number}.rs"), "release.sh"]));

    [Fact]
    public void A_folder_with_a_dot_is_not_an_extension() => Assert.Null(Languages.Of("conf.py/readme"));
}
