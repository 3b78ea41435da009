using Okstra.Core.Usage;

namespace Okstra.Processes.Agents;

/// <summary>What one call used in all.</summary>
public static class VendorUsage
{
    /// <summary>Sum over its models; null when the output does not say.</summary>
    public static TokenUsage? ReadUsage(this ICliVendor vendor, CliOutput output) => TokenUsages.Sum(vendor.ReadModels(output).Select(model => model.Usage));
}
