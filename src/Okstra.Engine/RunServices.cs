using Okstra.Core.Hosting;
using Okstra.Core.Runs;
using Okstra.Processes;
using Okstra.Processes.Git;
using Okstra.State.Documents;
using Okstra.State.Layout;
using Okstra.State.Locks;
using Okstra.State.Writing;

namespace Okstra.Engine;

/// <summary>The doors to the world, built once at start and handed down.</summary>
public sealed record RunServices
{
    public required HostEnvironment Host { get; init; }

    public required TimeProvider Time { get; init; }

    public required IdSource Ids { get; init; }

    public required StateWriter Writer { get; init; }

    public required DocumentStore Documents { get; init; }

    public required StateLocks Locks { get; init; }

    public required HomeLayout Home { get; init; }

    public required IProcessRunner Runner { get; init; }

    public required GitCommand Git { get; init; }

    /// <summary>All of them over one host.</summary>
    public static RunServices For(HostEnvironment host, TimeProvider time, IdSource ids)
    {
        var writer = StateWriter.For(host);
        var runner = new ProcessRunner(host, time);
        return new RunServices
        {
            Host = host,
            Time = time,
            Ids = ids,
            Writer = writer,
            Documents = new DocumentStore(writer, time),
            Locks = new StateLocks(host, writer, time),
            Home = HomeLayout.Of(host),
            Runner = runner,
            Git = new GitCommand(runner, host),
        };
    }

    /// <summary>Now, UTC, ISO-8601 with seconds.</summary>
    public string Now() => Time.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'");
}
