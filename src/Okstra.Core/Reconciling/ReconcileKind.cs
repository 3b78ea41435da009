namespace Okstra.Core.Reconciling;

/// <summary>Tokens of R-OPN-37 and R-OPN-38.</summary>
public static class ReconcileKind
{
    /// <summary>The recorded commit is where it belongs.</summary>
    public const string Ok = "ok";

    /// <summary>Other commits, the same content: corrected without a question.</summary>
    public const string Auto = "auto";

    /// <summary>Only the user can say which commit is meant.</summary>
    public const string Confirm = "confirm";

    public const string ContentChanged = "content-changed";

    public const string BranchMissing = "branch-missing";

    public const string RecordedShaMissing = "recorded-sha-missing";

    /// <summary>State of the anchor.</summary>
    public const string Unresolvable = "unresolvable";

    /// <summary>Kind of an applied correction that moved the anchor.</summary>
    public const string Anchor = "anchor";
}
