namespace Okstra.Processes.Agents;

/// <summary>The agent CLIs okstra knows, in the order they are shown.</summary>
public static class CliVendors
{
    public static IReadOnlyList<ICliVendor> All { get; } = [new ClaudeVendor(), new CodexVendor(), new GeminiVendor()];

    /// <summary>The vendor whose CLI runs the model of this name, or null: one part of the name begins like a model of its family.</summary>
    public static ICliVendor? OfModel(string model)
    {
        var parts = model.Split([.. model.Where(character => !char.IsAsciiLetterOrDigit(character)).Distinct()], StringSplitOptions.RemoveEmptyEntries);
        return All.FirstOrDefault(vendor => vendor.Facts.ModelNames.Any(name => Array.Exists(parts, part => part.StartsWith(name, StringComparison.OrdinalIgnoreCase))));
    }

    /// <summary>The vendor with this driver id, or null.</summary>
    public static ICliVendor? Find(string id) => All.FirstOrDefault(vendor => string.Equals(vendor.Facts.Id, id, StringComparison.Ordinal));
}
