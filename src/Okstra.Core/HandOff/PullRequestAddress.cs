namespace Okstra.Core.HandOff;

/// <summary>The address of a pull request.</summary>
public static class PullRequestAddress
{
    private const int LongestAddress = 2000;

    /// <summary>An absolute http or https address of printable characters, without user name or password.</summary>
    public static bool IsValid(string text) =>
        text.Length is > 0 and <= LongestAddress
        && !text.Any(letter => char.IsControl(letter) || char.IsWhiteSpace(letter))
        && Uri.TryCreate(text, UriKind.Absolute, out var address)
        && address is { Scheme: "http" or "https", Host.Length: > 0, UserInfo.Length: 0 };
}
