namespace Okstra.Core.Convergence;

/// <summary>A test runner whose selectors okstra knows. The list is closed: what is not in it runs exactly as it was confirmed, or not at all.</summary>
/// <param name="Name">As refusals name it.</param>
/// <param name="Options">
/// Options that narrow what runs and take one value. A letter's value is the next word; of longer ones it may follow <c>=</c>; one that ends in <c>=</c> allows only that.
/// </param>
/// <param name="Letters">Signs a value may hold besides letters and digits; never a quote, backslash, backtick or line end.</param>
/// <param name="Positional">What it may be given without an option.</param>
/// <param name="Separator">Whether <c>--</c> comes first.</param>
public sealed record SettlementRunner(string Name, IReadOnlyList<string> Options, string Letters, SettlementPositional Positional, SettlementSeparator Separator)
{
    private const string Words = "_.:-/ ,";
    private const string Pattern = Words + "|[]^$";

    private static readonly SettlementRunner DotnetTest = new("dotnet test", ["--filter"], Words + "=~|&[]", SettlementPositional.None, SettlementSeparator.Refused);
    private static readonly SettlementRunner Pytest = new("pytest", ["-k"], Words + "[]", SettlementPositional.Path, SettlementSeparator.Refused);
    private static readonly SettlementRunner Unittest = new("unittest", ["-k"], Words, SettlementPositional.Name, SettlementSeparator.Refused);
    private static readonly SettlementRunner GoTest = new("go test", ["-run"], Pattern, SettlementPositional.Path, SettlementSeparator.Refused);
    private static readonly SettlementRunner CargoTest = new("cargo test", [], Words, SettlementPositional.Name, SettlementSeparator.Refused);
    private static readonly SettlementRunner Jest = new("jest", ["-t", "--testNamePattern"], Words, SettlementPositional.Path, SettlementSeparator.Refused);
    private static readonly SettlementRunner Vitest = Jest with { Name = "vitest" };
    private static readonly SettlementRunner Mocha = new("mocha", ["-g", "--grep"], Words, SettlementPositional.Path, SettlementSeparator.Refused);
    private static readonly SettlementRunner NodeTest = new("node --test", ["--test-name-pattern"], Words, SettlementPositional.Path, SettlementSeparator.Refused);
    private static readonly SettlementRunner NpmScript = new("npm", ["-t", "-g", "--grep", "--testNamePattern", "--test-name-pattern"], Words, SettlementPositional.Path, SettlementSeparator.Required);
    private static readonly SettlementRunner OtherScript = NpmScript with { Name = "package script", Separator = SettlementSeparator.Optional };
    private static readonly SettlementRunner Maven = new("maven", ["-Dtest="], "_.,#-", SettlementPositional.None, SettlementSeparator.Refused);
    private static readonly SettlementRunner Gradle = new("gradle", ["--tests"], "_.- ", SettlementPositional.None, SettlementSeparator.Refused);
    private static readonly SettlementRunner Rspec = new("rspec", ["-e", "--example"], Words, SettlementPositional.Path, SettlementSeparator.Refused);
    private static readonly SettlementRunner Phpunit = new("phpunit", ["--filter"], Words + "|", SettlementPositional.Path, SettlementSeparator.Refused);
    private static readonly SettlementRunner Ctest = new("ctest", ["-R", "--tests-regex"], Pattern, SettlementPositional.None, SettlementSeparator.Refused);

    private static readonly string[][] Launchers = [["bundle", "exec"], ["uv", "run"], ["poetry", "run"], ["pipenv", "run"], ["pnpm", "exec"], ["npx"], ["bunx"], ["python", "-m"], ["python3", "-m"]];

    /// <summary>The runner a confirmed command starts, or null when it is none okstra knows.</summary>
    public static SettlementRunner? Of(IReadOnlyList<string> declared)
    {
        var words = declared.ToList();
        while (Launchers.FirstOrDefault(launcher => launcher.Length < words.Count && Program(words[0]) == launcher[0] && words.Skip(1).Take(launcher.Length - 1).SequenceEqual(launcher.Skip(1), StringComparer.Ordinal)) is { } known)
        {
            words.RemoveRange(0, known.Length);
        }

        if (words.Count > 1 && Program(words[0]) is "yarn" or "pnpm" && words[1] is "jest" or "vitest" or "mocha")
        {
            words.RemoveAt(0);
        }

        return words.Count == 0 ? null : Of(Program(words[0]), [.. words.Skip(1)]);
    }

    private static SettlementRunner? Of(string program, IReadOnlyList<string> rest) => (program, rest.Count > 0 ? rest[0] : "") switch
    {
        ("dotnet", "test") => DotnetTest,
        ("pytest" or "py.test", _) => Pytest,
        ("unittest", _) => Unittest,
        ("go", "test") => GoTest,
        ("cargo", "test") => CargoTest,
        ("jest", _) => Jest,
        ("vitest", _) => Vitest,
        ("mocha", _) => Mocha,
        ("node", _) when rest.Contains("--test", StringComparer.Ordinal) => NodeTest,
        ("npm", var script) when script is "test" or "t" || IsTestScript(rest) => NpmScript,
        ("pnpm" or "yarn", var script) when script.Contains("test", StringComparison.Ordinal) || IsTestScript(rest) => OtherScript,
        ("mvn" or "mvnw", _) when rest.Any(word => word is "test" or "verify") => Maven,
        ("gradle" or "gradlew", _) when rest.Any(word => word == "test" || word.EndsWith(":test", StringComparison.Ordinal)) => Gradle,
        ("rspec", _) => Rspec,
        ("phpunit", _) => Phpunit,
        ("ctest", _) => Ctest,
        _ => null,
    };

    private static bool IsTestScript(IReadOnlyList<string> rest) => rest.Count > 1 && rest[0] is "run" or "run-script" && rest[1].Contains("test", StringComparison.Ordinal);

    private static string Program(string word) => word[(word.LastIndexOf('/') + 1)..];
}
