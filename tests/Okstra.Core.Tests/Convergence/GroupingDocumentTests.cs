using System.Text.Json;
using Okstra.Core.Convergence;
using Okstra.Core.Problems;
using Okstra.Core.Reports;
using Okstra.Core.Tasks;
using Okstra.Core.Text;
using Okstra.Testing.Reports;

namespace Okstra.Core.Tests.Convergence;

public sealed class GroupingDocumentTests
{
    [Fact]
    public void Documents_of_older_runs_mean_the_rules()
    {
        const string old = """{"enabled":true,"requestedMaxRounds":null,"effectiveMaxRounds":2,"verificationMode":"lightweight","policy":"evidence"}""";

        Assert.Equal(GroupingMode.Rules, JsonSerializer.Deserialize(old, ConvergenceJson.Default.ConvergenceConfig)!.Grouping);
        Assert.Equal(GroupingMode.Rules, ConvergenceRules.Resolve(TaskType.ErrorAnalysis, JsonSerializer.Deserialize("{}", TasksJson.Default.ConvergenceSettings)!).Grouping);
    }

    [Theory]
    [InlineData("rules")]
    [InlineData("lead")]
    public void Grouping_survives_its_document(string token)
    {
        var config = ConvergenceRules.Resolve(TaskType.ErrorAnalysis, new ConvergenceSettings { Grouping = token });

        var text = JsonSerializer.Serialize(config, ConvergenceJson.Default.ConvergenceConfig);

        Assert.Contains($"\"grouping\": \"{token}\"", text, StringComparison.Ordinal);
        Assert.Equal(config, JsonSerializer.Deserialize(text, ConvergenceJson.Default.ConvergenceConfig));
        Assert.Equal(token, config.Grouping.Token());
    }

    [Theory]
    [InlineData("Lead")]
    [InlineData("")]
    [InlineData("lead ")]
    public void Any_other_grouping_is_refused_with_the_valid_ones(string token)
    {
        var error = Assert.Throws<UserErrorException>(() => ConvergenceRules.Resolve(TaskType.ErrorAnalysis, new ConvergenceSettings { Grouping = token }));

        Assert.Contains("valid: rules, lead", error.Problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Report_says_why_the_rules_grouped_instead_of_the_lead_and_shows_the_reason_as_text()
    {
        var inputs = SampleRun.Inputs(TaskType.ErrorAnalysis, ReportLanguage.English);

        var fallback = Render(inputs with { Convergence = inputs.Convergence with { Grouping = GroupingOutcome.Fallback("no <b>answer</b> in time") } });

        Assert.Contains("grouped by okstra's rules instead of by the lead: no &lt;b&gt;answer", fallback, StringComparison.Ordinal);
        Assert.DoesNotContain("instead of by the lead", Render(inputs with { Convergence = inputs.Convergence with { Grouping = GroupingOutcome.ByLead } }), StringComparison.Ordinal);
    }

    private static string Render(ReportInputs inputs) => MarkdownReport.Render(ReportComposer.Compose(inputs));
}
