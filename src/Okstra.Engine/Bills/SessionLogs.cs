using Okstra.Core.Usage.Attribution;
using Okstra.State.Usage;

namespace Okstra.Engine.Bills;

/// <summary>What the agent CLIs' own session logs say.</summary>
internal static class SessionLogs
{
    /// <param name="services">The doors to the world.</param>
    /// <param name="folders">Folders whose sessions may be asked for.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static SessionIndex Read(RunServices services, IEnumerable<string> folders, CancellationToken cancellationToken)
    {
        var agents = new UsageLogs(services.Host, services.Writer, services.Home, services.Time).Read(cancellationToken).Agents;
        var places = new GeminiPlaces(services.Host, folders);
        return new SessionIndex(agents.Select(places.Complete));
    }
}
