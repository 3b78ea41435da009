using System.Diagnostics;

namespace Okstra.State.Tests;

/// <summary>A child that works on okstra's state, to be killed or waited for.</summary>
internal sealed class StateProcess : IDisposable
{
    private readonly Process _process;

    private StateProcess(Process process) => _process = process;

    internal int Id => _process.Id;

    internal static StateProcess Start(string home, string fault, params string[] arguments) =>
        StartProgram(BuiltProgram.Of("Okstra.State.Tests.Host", "Okstra.State.Tests.Host"), home, fault, arguments);

    internal static StateProcess StartProgram(string program, string home, string fault, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment["HOME"] = home;
        start.Environment["OKSTRA_HOME"] = Path.Combine(home, ".okstra");
        start.Environment["OKSTRA_TEST_FAULT"] = fault;
        return new StateProcess(Process.Start(start)!);
    }

    internal async Task<string?> ReadLineAsync() => await _process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);

    internal void Kill() => _process.Kill();

    internal async Task<(int ExitCode, string Error)> WaitAsync()
    {
        var error = await _process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (_process.ExitCode, error);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }
}
