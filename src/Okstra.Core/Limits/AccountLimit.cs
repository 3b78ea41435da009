namespace Okstra.Core.Limits;

/// <summary>A limit every run of this machine heeds: <c>limits/&lt;driver&gt;.json</c> in okstra's home.</summary>
public sealed record AccountLimit
{
    public int SchemaVersion { get; set; } = 1;

    public required string Driver { get; init; }

    public required LimitKind Kind { get; init; }

    /// <summary>Model it is about; null for the whole account.</summary>
    public string? Model { get; init; }

    /// <summary>UTC, ISO-8601 with seconds: nobody asks this vendor before.</summary>
    public required string Until { get; init; }

    /// <summary>The CLI said so itself; false when it is okstra's own back-off.</summary>
    public required bool Stated { get; init; }

    public required string SeenAt { get; init; }

    /// <summary>How often in a row, 1 or more; the back-off grows with it.</summary>
    public required int Times { get; init; }

    public required string Text { get; init; }
}
