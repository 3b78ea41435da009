namespace Okstra.Processes.Agents;

/// <summary>The agent CLIs okstra knows, in the order they are shown.</summary>
public static class CliVendors
{
    public static IReadOnlyList<ICliVendor> All { get; } = [new ClaudeVendor(), new CodexVendor(), new GeminiVendor()];

    /// <summary>The vendor with this driver id, or null.</summary>
    public static ICliVendor? Find(string id) => All.FirstOrDefault(vendor => string.Equals(vendor.Facts.Id, id, StringComparison.Ordinal));
}
