using Okstra.Core.Runs;
using Okstra.State.Layout;
using Okstra.State.Locks;
using Okstra.State.Runs;

namespace Okstra.State.Tests.Runs;

public sealed class RecentRunsTests : IDisposable
{
    private static readonly RecentRun Sample = new()
    {
        At = "2026-01-02T03:04:05Z",
        ProjectId = "p",
        ProjectRoot = "/p",
        TaskGroup = "g",
        TaskId = "t",
        TaskKey = "p:g:t",
        TaskType = "error-analysis",
        Seq = "001",
        Status = "prepared",
        TaskRoot = "/p/.okstra/tasks/g/t",
        RunDir = "/p/.okstra/tasks/g/t/runs/error-analysis",
    };

    private readonly TempFolder _folder = new();

    private HomeLayout Home => new(_folder.At("home"));

    private StateLocks Locks => new(HermeticHost.Create(_folder.At("home")), Setup.Writer(_folder), TimeProvider.System);

    public void Dispose() => _folder.Dispose();

    private RecentRuns Recents() => new(Home, Setup.Writer(_folder), Locks);

    [Fact]
    [Trait("Req", "R-LAY-06")]
    [Trait("Req", "R-OPN-22")]
    public async Task A_change_of_status_is_a_new_line_and_readers_take_the_last_one()
    {
        await Recents().AppendAsync(Sample, TestContext.Current.CancellationToken);
        await Recents().AppendAsync(Sample with { Seq = "002" }, TestContext.Current.CancellationToken);
        await Recents().AppendAsync(Sample with { Status = "completed" }, TestContext.Current.CancellationToken);

        Assert.Equal(3, (await File.ReadAllLinesAsync(Home.RecentFile, TestContext.Current.CancellationToken)).Length);
        Assert.Equal([Sample with { Seq = "002" }, Sample with { Status = "completed" }], Recents().Read());
    }

    [Fact]
    [Trait("Req", "R-OPN-22")]
    public async Task A_line_has_the_keys_of_the_specification()
    {
        await Recents().AppendAsync(Sample, TestContext.Current.CancellationToken);

        Assert.Equal(
            "{\"at\":\"2026-01-02T03:04:05Z\",\"projectId\":\"p\",\"projectRoot\":\"/p\",\"taskGroup\":\"g\",\"taskId\":\"t\",\"taskKey\":\"p:g:t\",\"taskType\":\"error-analysis\",\"stage\":null,\"seq\":\"001\",\"status\":\"prepared\",\"taskRoot\":\"/p/.okstra/tasks/g/t\",\"runDir\":\"/p/.okstra/tasks/g/t/runs/error-analysis\"}\n",
            await File.ReadAllTextAsync(Home.RecentFile, TestContext.Current.CancellationToken));
    }

    [Fact]
    [Trait("Req", "R-LAY-09")]
    [Trait("Req", "R-OPN-05")]
    public async Task Append_waits_for_the_central_lock()
    {
        var held = await Locks.AcquireAsync(Home.CentralLock, "other", TimeSpan.Zero, TestContext.Current.CancellationToken);
        var append = Recents().AppendAsync(Sample, TestContext.Current.CancellationToken);
        Assert.False(append.IsCompleted);
        Assert.False(File.Exists(Home.RecentFile));

        held.Dispose();

        await append;
        Assert.Single(Recents().Read());
    }
}
