using System.Text.Json;

namespace Okstra.Core.Projects;

/// <summary>Scripts of the root <c>package.json</c>, run by the package manager its lock file names.</summary>
internal static class NodeScripts
{
    private static readonly (string Kind, string[] Names)[] Wanted =
    [
        ("lint", ["lint", "eslint", "lint:check"]),
        ("format", ["format:check", "format-check", "check-format", "prettier:check", "check:format"]),
        ("typecheck", ["typecheck", "type-check", "check-types", "check:types", "tsc", "types"]),
        ("test", ["test", "test:unit", "unit"]),
    ];

    public static IEnumerable<QaCommand> Guess(RepositoryFiles files)
    {
        if (!files.Has("package.json"))
        {
            yield break;
        }

        var scripts = Scripts(files.Text("package.json"));
        var manager = Manager(files);
        foreach (var (kind, names) in Wanted)
        {
            if (names.FirstOrDefault(name => scripts.TryGetValue(name, out var body) && !IsPlaceholder(body)) is { } name)
            {
                yield return new QaCommand(kind, name == "test" ? $"{manager} test" : $"{manager} run {name}");
            }
            else if (kind == "typecheck" && files.Has("tsconfig.json"))
            {
                yield return new QaCommand(kind, manager switch { "pnpm" => "pnpm exec tsc --noEmit", "yarn" => "yarn tsc --noEmit", _ => "npx --no-install tsc --noEmit" });
            }
        }
    }

    private static string Manager(RepositoryFiles files) =>
        files.Has("pnpm-lock.yaml") ? "pnpm"
        : files.Has("yarn.lock") ? "yarn"
        : files.HasAny("bun.lockb", "bun.lock") ? "bun"
        : "npm";

    // npm init writes: "test": "echo \"Error: no test specified\" && exit 1"
    private static bool IsPlaceholder(string body) => body.Length == 0 || body.Contains("no test specified", StringComparison.Ordinal);

    private static Dictionary<string, string> Scripts(string text)
    {
        var scripts = new Dictionary<string, string>(StringComparer.Ordinal);
        try
        {
            using var document = JsonDocument.Parse(text, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            if (document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("scripts", out var entries) && entries.ValueKind == JsonValueKind.Object)
            {
                foreach (var entry in entries.EnumerateObject().Where(entry => entry.Value.ValueKind == JsonValueKind.String))
                {
                    scripts[entry.Name] = entry.Value.GetString() ?? "";
                }
            }
        }
        catch (JsonException)
        {
            // A broken package.json proposes nothing; it is the project's own concern.
            scripts.Clear();
        }

        return scripts;
    }
}
