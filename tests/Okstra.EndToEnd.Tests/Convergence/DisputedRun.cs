using Okstra.EndToEnd.Tests.Rig;

namespace Okstra.EndToEnd.Tests.Convergence;

/// <summary>One run of the three real CLIs over the disputed cart; its tests look at it from several sides.</summary>
[CollectionDefinition]
public sealed class DisputedRun : ICollectionFixture<DisputedRun>, IAsyncDisposable
{
    private readonly SemaphoreSlim _running = new(1, 1);
    private RealClis? _clis;
    private OkstraRun? _run;
    private IReadOnlyList<SentPrompt> _prompts = [];

    public async ValueTask DisposeAsync()
    {
        _running.Dispose();
        if (_clis is not null)
        {
            await _clis.DisposeAsync();
        }
    }

    /// <summary>The finished run and what the model server was asked.</summary>
    internal async Task<(OkstraRun Run, IReadOnlyList<SentPrompt> Prompts)> EndedAsync()
    {
        await _running.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            if (_run is null)
            {
                _clis ??= await RealClis.StartAsync(DisputedCart.Scenario());
                var (repository, brief) = DisputedCart.Create(_clis.Root);
                _run = await OkstraRun.RunAsync(repository.Folder, brief, _clis.Environment);
                _prompts = await _clis.Models.PromptsAsync();
            }

            _run.AssertComplete();
            return (_run, _prompts);
        }
        finally
        {
            _running.Release();
        }
    }
}
