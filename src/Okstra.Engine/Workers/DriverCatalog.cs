using Okstra.Core.Workers;
using Okstra.Engine.Auditing;
using Okstra.Engine.Workers.Scripted;
using Okstra.Processes.Agents;

namespace Okstra.Engine.Workers;

/// <summary>Every driver one run may need, by the id that roster entries name.</summary>
public sealed class DriverCatalog
{
    private readonly Dictionary<string, IAgentDriver> _drivers;

    private DriverCatalog(IEnumerable<IAgentDriver> drivers) => _drivers = drivers.ToDictionary(driver => driver.Id, StringComparer.Ordinal);

    /// <param name="services">Doors to the world.</param>
    /// <param name="audit">What the auditors look at.</param>
    /// <param name="scenario">What scripted workers play; null when the roster has none.</param>
    public static DriverCatalog For(RunServices services, AuditContext audit, Scenario? scenario)
    {
        IEnumerable<IAgentDriver> drivers =
        [
            .. CliVendors.All.Select(vendor => new CliAgentDriver(vendor, services.Host, services.Runner, services.Writer)),
            .. Auditors.All.Select(auditor => new AuditorDriver(auditor, audit)),
        ];
        return new DriverCatalog(scenario is null ? drivers : drivers.Append(new ScriptedDriver(scenario, services.Writer, services.Time)));
    }

    /// <summary>The same place in the roster, filled by each agent CLI that can run here with its own default model.</summary>
    public IEnumerable<RosterEntry> VendorClis(RosterEntry place) => CliVendors.All
        .Where(vendor => _drivers[vendor.Facts.Id].WhyUnavailable() is null)
        .Select(vendor => place with { Driver = vendor.Facts.Id, Vendor = vendor.Facts.Vendor, Model = vendor.Facts.DefaultModel });

    public IAgentDriver Of(RosterEntry entry) => _drivers.GetValueOrDefault(entry.Driver)
        ?? throw new InvalidOperationException($"no driver '{entry.Driver}' for worker '{entry.Worker}'");
}
