namespace Okstra.Core.Reconciling;

/// <summary>
/// Identity of a change: a hash of its lines with context, byte for byte, without line numbers. Unlike git's own patch-id it sees white space, modes and binary content.
/// </summary>
/// <param name="Value">Hex; empty for no change at all, <c>?</c> when it could not be computed.</param>
public readonly record struct PatchId(string Value)
{
    /// <summary>No change; equal to nothing, because two changes that do nothing have nothing in common.</summary>
    public static PatchId Empty { get; } = new("");

    /// <summary>Too large or unreadable; equal to nothing.</summary>
    public static PatchId Unknown { get; } = new("?");

    public bool IsEmpty => Value is null or "";

    /// <summary>Both are the same known, non-empty change.</summary>
    public bool Proves(PatchId other) => !IsEmpty && this != Unknown && this == other;
}
