using Okstra.Core.Tasks;
using Okstra.Engine.Preparation;

namespace Okstra.Engine.Tests.Preparation;

/// <summary>Looks sentences up in one part of a profile, includes expanded.</summary>
internal static class ProfileText
{
    public static void Says(TaskType type, string part, params IReadOnlyList<string> sentences)
    {
        var profile = RunTexts.Profile(type);
        var start = profile.IndexOf($"\n## {part}\n", StringComparison.Ordinal);
        if (start < 0)
        {
            start = profile.IndexOf($"\n### {part}\n", StringComparison.Ordinal);
        }

        Assert.NotEqual(-1, start);
        var end = profile.IndexOf("\n## ", start + 1, StringComparison.Ordinal);
        var text = end < 0 ? profile[start..] : profile[start..end];
        Assert.All(sentences, sentence => Assert.Contains(sentence, text, StringComparison.Ordinal));
    }

    public static void Begins(TaskType type, string purpose) => Assert.StartsWith($"# Profile: {type.Token()}\n\n{purpose}", RunTexts.Profile(type), StringComparison.Ordinal);
}
