using Okstra.Processes.Custody;
using Okstra.Processes.Git;
using Okstra.Testing;

namespace Okstra.Processes.Tests.Custody;

public sealed class KeepRefsTests : IDisposable
{
    private const string Prefix = "refs/okstra/keep/p/g/t/";
    private readonly TempFolder _temp = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _temp.Dispose();

    [Fact]
    public async Task A_commit_is_pinned_once_under_the_next_free_number_whatever_is_there()
    {
        var repository = TestRepository.Create(_temp.At("r"), ("a", "1"));
        var one = repository.Git("rev-parse", "HEAD").Trim();
        var other = repository.Commit("other");
        repository.Git("update-ref", Prefix + "stage-1/9", other);
        repository.Git("update-ref", Prefix + "4", other);
        var host = HermeticHost.Create(_temp.Path);
        var keep = new KeepRefs(new GitCommand(new ProcessRunner(host, TimeProvider.System), host), _temp.At("r", ".git"));

        Assert.Equal(Prefix + "5", await keep.PinAsync(Prefix, one, Token));
        Assert.Equal(Prefix + "5", await keep.PinAsync(Prefix, one, Token));
        Assert.Equal(one, repository.Git("rev-parse", Prefix + "5").Trim());
        Assert.Equal(one, (await keep.PinnedAsync(Prefix, 5, "p/g/t", Token))!.Message.Tip);
        Assert.Null(await keep.PinnedAsync(Prefix, 9, "p/g/t", Token));
        Assert.Empty(await keep.ListAsync(Prefix, Token));
    }
}
