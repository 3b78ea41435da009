namespace Okstra.Core.Approvals;

/// <summary>One line of <c>&lt;report&gt;.approvals.jsonl</c>: what a plan said when it was approved. The last line counts; alone it approves nothing.</summary>
public sealed record ApprovalRecord
{
    /// <summary><c>approved</c> by the command line, or <c>bound</c>: approved by hand and met at a gate.</summary>
    public required string Event { get; init; }

    /// <summary>UTC, ISO-8601 with seconds.</summary>
    public required string At { get; init; }

    /// <summary>SHA-256 over the names and hashes of all parts.</summary>
    public required string PlanSha256 { get; init; }

    /// <summary>Part of the plan to its SHA-256.</summary>
    public required IReadOnlyDictionary<string, string> Parts { get; init; }

    /// <summary>Parts that another plan has changed, added or lost.</summary>
    public IReadOnlyList<string> ChangedIn(ApprovalRecord now) =>
        [.. now.Parts.Where(part => Parts.GetValueOrDefault(part.Key) != part.Value).Select(part => part.Key).Concat(Parts.Keys.Where(name => !now.Parts.ContainsKey(name)))];
}
