using Okstra.Core.Findings;
using Okstra.Engine.Auditing;
using Okstra.Engine.Preparation;

namespace Okstra.Engine.Workers;

/// <summary>The commands this run executed; a <c>command</c> citation holds only against one of them.</summary>
public sealed class RecordedCommands
{
    private readonly RunServices _services;
    private readonly string _path;
    private readonly Lock _gate = new();
    private readonly List<RecordedCommand> _commands;

    public RecordedCommands(RunServices services, RunBundle bundle)
    {
        _services = services;
        _path = Path.Combine(bundle.Layout.State, $"commands-{bundle.Manifest.TaskType}-{bundle.Layout.Seqs.State}.json");
        _commands = [.. services.Documents.TryRead(_path, RecordedCommandsJson.Default.IReadOnlyListRecordedCommand) ?? []];
    }

    /// <summary>On disk when this returns; a repeated command replaces its earlier record.</summary>
    public void Add(RecordedCommand command)
    {
        lock (_gate)
        {
            _commands.RemoveAll(known => known.Argv.SequenceEqual(command.Argv, StringComparer.Ordinal));
            _commands.Add(command);
            _services.Documents.Write(_path, [.. _commands], RecordedCommandsJson.Default.IReadOnlyListRecordedCommand);
        }
    }

    public CommandLog? Find(IReadOnlyList<string> argv)
    {
        lock (_gate)
        {
            return _commands.Find(known => known.Argv.SequenceEqual(argv, StringComparer.Ordinal)) is { } found ? new CommandLog(found.ExitCode, found.Log) : null;
        }
    }
}
