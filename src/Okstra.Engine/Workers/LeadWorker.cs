using Okstra.Core.Workers;
using Okstra.Engine.Preparation;
using Okstra.Engine.Workers.Scripted;
using Okstra.Processes.Agents;

namespace Okstra.Engine.Workers;

/// <summary>Who answers when the lead's model is asked: it is in no roster, since it neither analyses nor votes.</summary>
public static class LeadWorker
{
    /// <summary>Its id in dispatches, and the name under which a scenario plays it.</summary>
    public const string Id = "lead";

    /// <summary>The scenario where there is one, otherwise the agent CLI that runs the lead's model; null when no CLI is known for that model.</summary>
    public static RosterEntry? Of(RunBundle bundle)
    {
        var model = bundle.Manifest.Models.Lead;
        if (bundle.Manifest.Roster.Any(entry => entry.Driver == ScriptedDriver.DriverId))
        {
            return Entry(ScriptedDriver.DriverId, Id, model);
        }

        return CliVendors.OfModel(model.Execution) is { Facts: var facts } ? Entry(facts.Id, facts.Vendor, model) : null;
    }

    private static RosterEntry Entry(string driver, string vendor, ModelAssignment model) => new()
    {
        Worker = Id,
        Role = "Lead",
        Driver = driver,
        Vendor = vendor,
        Model = model,
        AgentName = Id,
        IsAnalyst = false,
    };
}
