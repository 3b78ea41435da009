using System.Globalization;
using Okstra.Core.Limits;
using Okstra.Core.Workers;

namespace Okstra.Engine.Limits;

/// <summary>The limits vendors' accounts stand under, known to every run of the machine: nobody asks a vendor again that has just said when it may be asked.</summary>
internal sealed class AccountLimits(RunServices services)
{
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    /// <summary>Met again within this time after its end, a limit is the same one.</summary>
    private static readonly TimeSpan SameLimit = TimeSpan.FromMinutes(30);

    /// <summary>The one that keeps this model from being asked now; null when none does.</summary>
    public AccountLimit? Active(string driver, string model) =>
        new[] { Read(driver, null), Read(driver, model) }.OfType<AccountLimit>().Where(limit => EndOf(limit) > services.Time.GetUtcNow()).MaxBy(limit => limit.Until, StringComparer.Ordinal);

    public AccountLimit Record(RosterEntry asked, LimitSignal signal)
    {
        var now = services.Time.GetUtcNow();

        // Kept under the name that will be asked for again: `auto` may stand for the model that said no.
        var (driver, model) = (asked.Driver, signal.Model is null ? null : asked.Model.Execution);
        var known = Read(driver, model);
        var times = known is not null && now - EndOf(known) < SameLimit ? known.Times + 1 : 1;
        var (until, stated) = BackOff.Until(signal, now, times, services.Ids.NewFraction());
        var limit = new AccountLimit
        {
            Driver = driver,
            Kind = signal.Kind,
            Model = model,
            Until = until.ToUniversalTime().ToString(TimeFormat, CultureInfo.InvariantCulture),
            Stated = stated,
            SeenAt = services.Now(),
            Times = times,
            Text = signal.Text,
        };
        services.Documents.Write(services.Home.AccountLimit(driver, model), limit, LimitsJson.Default.AccountLimit);
        return limit;
    }

    /// <summary>An unreadable time is over.</summary>
    public static DateTimeOffset EndOf(AccountLimit limit) =>
        DateTimeOffset.TryParse(limit.Until, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var until) ? until : DateTimeOffset.MinValue;

    private AccountLimit? Read(string driver, string? model) => services.Documents.TryRead(services.Home.AccountLimit(driver, model), LimitsJson.Default.AccountLimit);
}
