using Okstra.Core.Findings;
using Okstra.Core.Hosting;
using Okstra.Core.Limits;
using Okstra.Core.Reports;
using Okstra.Core.Workers;
using Okstra.Processes;
using Okstra.Processes.Agents;
using Okstra.State.Files;
using Okstra.State.Writing;

namespace Okstra.Engine.Workers;

/// <summary>Runs an agent CLI headless and read-only under the supervisor; everything specific to a vendor is in its <see cref="ICliVendor"/>.</summary>
public sealed class CliAgentDriver(ICliVendor vendor, HostEnvironment host, IProcessRunner runner, StateWriter writer) : IAgentDriver
{
    /// <summary>The last lines of a session's log tell how it ended.</summary>
    private const int LogTail = 256 * 1024;

    public string Id => vendor.Facts.Id;

    public bool NeedsTree => true;

    public bool IsVendorCli => true;

    public bool UsageSpansSession => vendor.Facts.UsageSpansSession;

    public string? WhyUnavailable() => Find() is null ? $"{vendor.Facts.Command} is not on the PATH; {vendor.Facts.InstallHint}" : null;

    public async Task<DriverOutcome> RunAsync(DispatchRequest request, CancellationToken cancellationToken)
    {
        if (Find() is not { } found)
        {
            return new DriverOutcome.Failed(WorkerStatus.NotRun, "cli-failure", WhyUnavailable()!);
        }

        var process = vendor.BuildProcess(new CliInvocation
        {
            Executable = vendor.ResolveExecutable(found, Path.Exists),
            WorkingDirectory = request.TreeDirectory,
            InsideGit = request.InsideGit,
            Prompt = request.Prompt,
            Model = request.Entry.Model,
            SessionId = request.SessionId,
            ResumedSession = request.ResumedSession,
            AnswerSchema = Schema(request.Kind),
            SupportDirectory = request.SupportDirectory,
            Environment = CliEnvironment.For(vendor.Facts, host, NamedVariables()),
            TimeBudget = request.TimeBudget,
        });
        writer.CreateFolder(request.SupportDirectory);
        foreach (var (name, content) in process.SupportFiles)
        {
            writer.Write(Path.Combine(request.SupportDirectory, name), content);
        }

        ProcessExit exit;
        await using (var standardOutput = LogFile.Create(request.LogPath))
        await using (var standardError = LogFile.Create(request.LogPath + ".err"))
        {
            exit = await runner.SuperviseAsync(process.Spec, request.Label, standardOutput, standardError, request.Started, cancellationToken);
        }

        return exit.Ending switch
        {
            ProcessEnding.Cancelled => throw new OperationCanceledException(cancellationToken),
            ProcessEnding.TimedOut => Failed(WorkerStatus.Timeout, $"the time budget of {request.TimeBudget.TotalSeconds:0} s is used up", exit, request, process),
            ProcessEnding.OutputLimit => Failed(WorkerStatus.Error, $"it printed more than {process.Spec.OutputLimit / (1024 * 1024)} MiB and was ended", exit, request, process),
            _ => Judge(exit, request, process),
        };
    }

    private DriverOutcome Judge(ProcessExit exit, DispatchRequest request, CliProcess process)
    {
        var output = OutputOf(exit, request, process);
        var answer = vendor.ReadAnswer(output);
        return answer.Succeeded
            ? new DriverOutcome.Answered(answer.Text) { SessionId = answer.SessionId, Models = vendor.ReadModels(output) }
            : new DriverOutcome.Failed(WorkerStatus.Error, "cli-failure", answer.Failure ?? $"it ended with exit code {exit.ExitCode}")
            {
                SessionId = answer.SessionId,
                Models = vendor.ReadModels(output),
                Limit = LimitOf(answer),
                HasProgress = answer.HasProgress,
            };
    }

    private DriverOutcome.Failed Failed(WorkerStatus status, string reason, ProcessExit exit, DispatchRequest request, CliProcess process)
    {
        var output = OutputOf(exit, request, process);
        return new DriverOutcome.Failed(status, "cli-failure", reason) { SessionId = vendor.ReadAnswer(output).SessionId, Models = vendor.ReadModels(output) };
    }

    /// <summary>Where the output does not say when a limit ends, the vendor's own log of the session may.</summary>
    private LimitSignal? LimitOf(CliAnswer answer) =>
        answer is { Limit: { ResetsAt: null } limit, SessionId: { } session }
        && vendor.LogOf(host, session) is { } place
        && LogFile.NewestBelow(place.Folder, place.NameEnd) is { } log
            ? vendor.Refine(limit, LogFile.Tail(log, LogTail))
            : answer.Limit;

    private static CliOutput OutputOf(ProcessExit exit, DispatchRequest request, CliProcess process) => new(
        exit,
        LogFile.Read(request.LogPath, process.Spec.OutputLimit),
        process.LastMessageFile is { } file ? LogFile.Read(Path.Combine(request.SupportDirectory, file), process.Spec.OutputLimit) : null);

    private IReadOnlyList<string> NamedVariables() =>
        vendor.Facts.Config is { } config && TextFiles.TryRead(config.PathFor(host)) is { } text ? config.VariablesNamedIn(text) : [];

    private static string Schema(AnswerKind kind) => kind switch
    {
        AnswerKind.Findings => AnswerSchemas.Findings,
        AnswerKind.Votes => AnswerSchemas.Votes,
        AnswerKind.Groups => AnswerSchemas.Groups,
        _ => NarrativeSchema.Text,
    };

    private string? Find() => ExecutableFinder.Find(vendor.Facts.Command, host.Variables);
}
