using System.Globalization;
using System.Text;

namespace Okstra.Core.Custody;

/// <summary>What a kept commit says about itself: enough to bring the work back when nothing else is left.</summary>
public sealed record KeepMessage
{
    private const string Mark = "Okstra-";

    /// <summary>Row key of the worktree.</summary>
    public required string Key { get; init; }

    /// <summary>UTC, ISO-8601 with seconds.</summary>
    public required string At { get; init; }

    public required HeadKind Head { get; init; }

    /// <summary>Full ref name HEAD pointed at; null when detached.</summary>
    public string? HeadRef { get; init; }

    /// <summary>The commit HEAD stood for; null on an unborn branch.</summary>
    public string? Tip { get; init; }

    /// <summary>Commit of what was staged; null when that was the tip's tree.</summary>
    public string? Index { get; init; }

    /// <summary>Commit of the administrative state, whose parents are commits nothing else holds.</summary>
    public string? State { get; init; }

    /// <summary>The worktree's own branch, without <c>refs/heads/</c>.</summary>
    public string? Branch { get; init; }

    /// <summary>Where that branch stood; null when it did not exist.</summary>
    public string? BranchTip { get; init; }

    /// <summary>The commit the branch began at.</summary>
    public string? Base { get; init; }

    /// <summary>The message as it stands in the commit.</summary>
    public string ToText()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"okstra: kept work of {Key} at {At}\n\n");
        text.Append("The tree is the worktree as it was: changed, new and deleted files.\n");
        text.Append("Parents, where they exist: the commit HEAD stood for, what was staged, git's own state of the worktree.\n\n");
        foreach (var (name, value) in Trailers().Where(trailer => trailer.Value is not null))
        {
            text.Append(CultureInfo.InvariantCulture, $"{Mark}{name}: {value}\n");
        }

        return text.ToString();
    }

    /// <summary>Null when the text is no message of a kept commit. Sample of a line: <c>Okstra-Tip: 0123…</c>.</summary>
    public static KeepMessage? TryParse(string text)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in text.Split('\n').Where(line => line.StartsWith(Mark, StringComparison.Ordinal)))
        {
            var colon = line.IndexOf(": ", StringComparison.Ordinal);
            if (colon > 0)
            {
                values[line[Mark.Length..colon]] = line[(colon + 2)..];
            }
        }

        return values.TryGetValue("Key", out var key) && values.TryGetValue("At", out var at) && Enum.TryParse<HeadKind>(values.GetValueOrDefault("Head"), ignoreCase: true, out var head)
            ? new KeepMessage
            {
                Key = key,
                At = at,
                Head = head,
                HeadRef = values.GetValueOrDefault("Head-Ref"),
                Tip = values.GetValueOrDefault("Tip"),
                Index = values.GetValueOrDefault("Index"),
                State = values.GetValueOrDefault("State"),
                Branch = values.GetValueOrDefault("Branch"),
                BranchTip = values.GetValueOrDefault("Branch-Tip"),
                Base = values.GetValueOrDefault("Base"),
            }
            : null;
    }

    private IEnumerable<(string Name, string? Value)> Trailers() =>
    [
        ("Key", Key), ("At", At), ("Head", Head.ToString().ToLowerInvariant()), ("Head-Ref", HeadRef), ("Tip", Tip), ("Index", Index), ("State", State),
        ("Branch", Branch), ("Branch-Tip", BranchTip), ("Base", Base),
    ];
}
