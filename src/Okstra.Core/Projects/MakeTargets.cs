namespace Okstra.Core.Projects;

/// <summary>Targets of the root makefile whose names say what they check.</summary>
internal static class MakeTargets
{
    private static readonly (string Kind, string[] Names)[] Wanted =
    [
        ("lint", ["lint", "vet"]),
        ("format", ["format-check", "fmt-check", "check-format"]),
        ("typecheck", ["typecheck", "type-check", "types"]),
        ("test", ["test", "tests", "check"]),
    ];

    public static IEnumerable<QaCommand> Guess(RepositoryFiles files)
    {
        if (Array.Find(["GNUmakefile", "makefile", "Makefile"], files.Has) is not { } makefile)
        {
            yield break;
        }

        var targets = files.Text(makefile)
            .Split('\n')
            .Where(line => line.Length > 0 && !char.IsWhiteSpace(line[0]) && line[0] is not ('#' or '.') && !line.Contains(":=", StringComparison.Ordinal))
            .Select(line => line.Split(':', 2))
            .Where(parts => parts.Length == 2)
            .SelectMany(parts => parts[0].Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .ToHashSet(StringComparer.Ordinal);
        foreach (var (kind, names) in Wanted)
        {
            if (Array.Find(names, targets.Contains) is { } name)
            {
                yield return new QaCommand(kind, $"make {name}");
            }
        }
    }
}
