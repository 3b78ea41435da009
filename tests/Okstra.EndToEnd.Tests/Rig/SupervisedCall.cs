using Okstra.Core.Findings;
using Okstra.Processes;
using Okstra.Processes.Agents;
using Okstra.Testing;

namespace Okstra.EndToEnd.Tests.Rig;

/// <summary>One call of a real CLI under the supervisor, without the rest of the product.</summary>
internal sealed class SupervisedCall : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop;
    private readonly TaskCompletionSource<ProcessIdentity> _supervisor = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task<CliOutput> _ending;

    private SupervisedCall(CliProcess process, string support, RealClis clis, CancellationToken cancellationToken)
    {
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _ending = RunAsync(process, support, clis);
    }

    /// <summary>The supervisor, known before the CLI runs.</summary>
    public Task<ProcessIdentity> Supervisor => _supervisor.Task;

    public static async Task<SupervisedCall> StartAsync(string id, RealClis clis, string prompt, CancellationToken cancellationToken)
    {
        var vendor = CliVendors.Find(id)!;
        var tree = TestRepository.Create(Path.Combine(clis.Root, "tree"), (PlantedBug.Path, PlantedBug.Source));
        var support = Directory.CreateDirectory(Path.Combine(clis.Root, "support")).FullName;
        var found = Path.Combine(await InstalledClis.BinAsync(), vendor.Facts.Command);
        var process = vendor.BuildProcess(new CliInvocation
        {
            Executable = vendor.ResolveExecutable(File.ResolveLinkTarget(found, returnFinalTarget: true)?.FullName ?? found, File.Exists),
            WorkingDirectory = tree.Folder,
            InsideGit = true,
            Prompt = prompt,
            Model = vendor.Facts.DefaultModel,
            SessionId = "33333333-3333-4333-8333-333333333301",
            AnswerSchema = AnswerSchemas.Findings,
            SupportDirectory = support,
            Environment = CliEnvironment.For(vendor.Facts, HermeticHost.Create(clis.Home, clis.Environment)),
            TimeBudget = TimeSpan.FromMinutes(2),
        });
        foreach (var (name, text) in process.SupportFiles)
        {
            await File.WriteAllTextAsync(Path.Combine(support, name), text, cancellationToken);
        }

        return new SupervisedCall(process, support, clis, cancellationToken);
    }

    /// <summary>What the CLI left behind.</summary>
    public Task<CliOutput> EndAsync() => _ending;

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _ending;
        _stop.Dispose();
    }

    private async Task<CliOutput> RunAsync(CliProcess process, string support, RealClis clis)
    {
        var runner = new ProcessRunner(HermeticHost.Create(clis.Home, clis.Environment), TimeProvider.System);
        var exit = await runner.SuperviseAsync(process.Spec, Path.GetFileName(clis.Root), null, null, _supervisor.SetResult, _stop.Token);
        var last = process.LastMessageFile is { } file && File.Exists(Path.Combine(support, file)) ? await File.ReadAllTextAsync(Path.Combine(support, file)) : null;
        return new CliOutput(exit, exit.StandardOutput, last);
    }
}
