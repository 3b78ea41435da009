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

    /// <summary>Now, UTC, ISO-8601 with seconds.</summary>
    public string Now() => Time.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'");
}
