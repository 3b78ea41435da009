using System.Reflection;
using System.Text.RegularExpressions;
using Okstra.Core.Planning;
using Okstra.Core.Validation;
using Okstra.Testing;

namespace Okstra.Core.Tests.Validation;

public sealed partial class RuleReferenceTests
{
    [Fact]
    public void Reference_is_the_one_the_rules_give() => Golden.Verify(typeof(RuleReferenceTests).Assembly, "/docs/reference/validation.md", RuleReference.Markdown());

    [Fact]
    public void Reference_names_every_rule_of_reports_and_plans_with_its_remedy()
    {
        var reference = RuleReference.Markdown();

        Assert.All(Rules.All, rule => Assert.Contains($"| {rule.Id} | ", reference, StringComparison.Ordinal));
        Assert.All(PlanRule.All, rule => Assert.Contains($"| {rule.Id} | ", reference, StringComparison.Ordinal));
        Assert.All(Rules.All, rule => Assert.NotEmpty(rule.Hint));
    }

    [Fact]
    public void Reference_names_every_rule_of_the_brief_linter()
    {
        var root = typeof(RuleReferenceTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(attribute => attribute.Key == "RepositoryRoot").Value!;
        var used = Directory.GetFiles(Path.Join(root, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(file => file.Contains("Briefs", StringComparison.Ordinal))
            .SelectMany(file => Quoted().Matches(File.ReadAllText(file)).Select(match => match.Value.Trim('"')))
            .ToHashSet(StringComparer.Ordinal);
        var reference = RuleReference.Markdown();

        Assert.NotEmpty(used);
        Assert.All(used, id => Assert.Contains($"| {id} | ", reference, StringComparison.Ordinal));
    }

    [GeneratedRegex("\"BRF-[0-9]{3}\"")]
    private static partial Regex Quoted();
}
