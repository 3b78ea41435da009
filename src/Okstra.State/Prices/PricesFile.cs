using Okstra.Core.Problems;
using Okstra.Core.Usage.Prices;
using Okstra.State.Files;
using Okstra.State.Layout;

namespace Okstra.State.Prices;

/// <summary>The prices in force: those that ship, with <c>~/.okstra/prices.json</c> on top.</summary>
public static class PricesFile
{
    private const long SizeLimit = 4L * 1024 * 1024;

    /// <exception cref="UserErrorException">The user's table cannot be used as it stands; the shipped one is never taken silently instead.</exception>
    public static PriceTable Load(HomeLayout home)
    {
        if (!Path.Exists(home.Prices))
        {
            return PriceTable.Shipped;
        }

        if (!File.Exists(home.Prices) || new FileInfo(home.Prices).Length > SizeLimit)
        {
            throw new UserErrorException("OKS0930", $"'{home.Prices}' is no price table but a folder or a file of more than 4 MiB", "move it away to use the prices that ship with okstra");
        }

        return PriceTable.Shipped.With(PriceTableReader.Read(TextFiles.Read(home.Prices), home.Prices));
    }
}
