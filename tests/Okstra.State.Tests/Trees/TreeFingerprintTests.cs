using System.Diagnostics;
using Okstra.State.Trees;

namespace Okstra.State.Tests.Trees;

public sealed class TreeFingerprintTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public TreeFingerprintTests()
    {
        _folder.Write("tree/src/a.cs", "one");
        _folder.Write("tree/src/b.cs", "two");
        File.CreateSymbolicLink(_folder.At("tree", "link"), "src/a.cs");
    }

    public void Dispose() => _folder.Dispose();

    private TreeFingerprint Compute(params string[] ignored) => TreeFingerprint.Compute(_folder.At("tree"), ignored, TestContext.Current.CancellationToken);

    private IReadOnlyList<string> Changes(Action change)
    {
        var before = Compute();
        change();
        return TreeFingerprint.Diff(before, Compute());
    }

    [Fact]
    public void Equal_trees_have_equal_fingerprints_wherever_they_are()
    {
        var first = Compute();
        Directory.Move(_folder.At("tree"), _folder.At("moved"));
        File.SetLastWriteTimeUtc(_folder.At("moved", "src", "a.cs"), DateTime.UnixEpoch);

        var second = TreeFingerprint.Compute(_folder.At("moved"), [], TestContext.Current.CancellationToken);

        Assert.Equal(first.Sha256, second.Sha256);
        Assert.Empty(TreeFingerprint.Diff(first, second));
    }

    [Fact]
    public void A_changed_byte_is_seen_though_size_and_time_are_the_same()
    {
        var path = _folder.At("tree", "src", "a.cs");
        var time = File.GetLastWriteTimeUtc(path);
        var before = Compute();

        File.WriteAllText(path, "ONE");
        File.SetLastWriteTimeUtc(path, time);

        Assert.NotEqual(before.Sha256, Compute().Sha256);
        Assert.Equal(["changed src/a.cs"], TreeFingerprint.Diff(before, Compute()));
    }

    [Fact]
    public void Added_removed_and_renamed_files_are_named() => Assert.Equal(
        ["added new.txt", "removed src/a.cs", "added src/c.cs", "removed src/b.cs"],
        Changes(() =>
        {
            _folder.Write("tree/new.txt", "");
            File.Delete(_folder.At("tree", "src", "a.cs"));
            File.Move(_folder.At("tree", "src", "b.cs"), _folder.At("tree", "src", "c.cs"));
        }).OrderBy(change => change.Contains("new", StringComparison.Ordinal) ? 0 : change.Contains("a.cs", StringComparison.Ordinal) ? 1 : change.Contains("c.cs", StringComparison.Ordinal) ? 2 : 3));

    [Fact]
    public void A_changed_mode_is_seen() =>
        Assert.Equal(["changed src/a.cs"], Changes(() => File.SetUnixFileMode(_folder.At("tree", "src", "a.cs"), UnixFileMode.UserRead | UnixFileMode.UserExecute)));

    [Fact]
    public void A_redirected_link_is_seen_and_its_target_is_not_read()
    {
        Assert.Equal(["changed link"], Changes(() =>
        {
            File.Delete(_folder.At("tree", "link"));
            File.CreateSymbolicLink(_folder.At("tree", "link"), "src/b.cs");
        }));

        File.CreateSymbolicLink(_folder.At("tree", "outside"), _folder.CreateFolder("elsewhere"));
        Assert.Empty(Changes(() => _folder.Write("elsewhere/x", "not part of the tree")));
    }

    [Fact]
    public void A_new_empty_folder_is_seen() => Assert.Equal(["added empty"], Changes(() => _folder.CreateFolder("tree/empty")));

    [Fact]
    public void A_pipe_is_named_and_never_opened() => Assert.Equal(["added pipe"], Changes(() =>
    {
        using var process = Process.Start("mkfifo", [_folder.At("tree", "pipe")]);
        process.WaitForExit();
    }));

    [Fact]
    public void An_ignored_path_may_change() =>
        Assert.Equal(Compute(".okstra").Sha256, Ignoring(() => _folder.Write("tree/.okstra/log", "live"), ".okstra").Sha256);

    [Fact]
    public void At_most_twenty_changes_are_named_and_the_rest_counted()
    {
        var changes = Changes(() =>
        {
            for (var number = 0; number < 25; number++)
            {
                _folder.Write($"tree/n{number:D2}", "");
            }
        });

        Assert.Equal(21, changes.Count);
        Assert.Equal("and 5 more", changes[^1]);
    }

    [Fact]
    public void A_commit_in_the_checkout_is_seen_and_git_status_is_not()
    {
        var repository = TestRepository.Create(_folder.At("tree"));

        Assert.Empty(Changes(() => repository.Git("status")));
        Assert.Equal(["changed .git"], Changes(() => repository.Git("commit", "--quiet", "--allow-empty", "--message", "sneaked in")));
        repository.Git("pack-refs", "--all");
        Assert.Empty(Changes(() => repository.Git("gc", "--quiet")));
    }

    [Fact]
    public void A_commit_in_a_linked_worktree_is_seen()
    {
        var repository = TestRepository.Create(_folder.At("main"), ("a.txt", "a"));
        repository.Git("worktree", "add", "--quiet", "--detach", _folder.At("linked"));
        var before = TreeFingerprint.Compute(_folder.At("linked"), [], TestContext.Current.CancellationToken);

        new TestRepository(_folder.At("linked")).Git("commit", "--quiet", "--allow-empty", "--message", "sneaked in");

        Assert.Equal(["changed .git"], TreeFingerprint.Diff(before, TreeFingerprint.Compute(_folder.At("linked"), [], TestContext.Current.CancellationToken)));
    }

    private TreeFingerprint Ignoring(Action change, string ignored)
    {
        change();
        return Compute(ignored);
    }
}
