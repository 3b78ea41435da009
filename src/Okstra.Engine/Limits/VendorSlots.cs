using Okstra.Core.Limits;
using Okstra.State.Locks;

namespace Okstra.Engine.Limits;

/// <summary>At most so many calls of one agent CLI at once, over all runs of the machine; a place is free again with the end of its process, however that ends.</summary>
internal sealed class VendorSlots(RunServices services)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    /// <summary>Waits for a place.</summary>
    public async Task<StateLock> TakeAsync(string driver, string verb, CancellationToken cancellationToken)
    {
        var settings = services.Documents.TryRead(services.Home.MachineSettings, LimitsJson.Default.MachineSettings) ?? new MachineSettings();
        var most = settings.ConcurrencyOf(driver, services.Home.MachineSettings);
        while (true)
        {
            for (var number = 1; number <= most; number++)
            {
                if (services.Locks.TryAcquire(services.Home.VendorSlot(driver, number), verb) is { } place)
                {
                    return place;
                }
            }

            await Task.Delay(Pause, services.Time, cancellationToken);
        }
    }
}
