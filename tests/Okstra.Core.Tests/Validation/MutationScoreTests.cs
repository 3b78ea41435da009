using System.Globalization;
using Okstra.Core.Tasks;
using Okstra.Core.Text;
using Okstra.Core.Validation;
using Okstra.Testing.Reports;

namespace Okstra.Core.Tests.Validation;

/// <summary>Whatever a rule is about is changed, and the rule is to name it.</summary>
public sealed class MutationScoreTests(ITestOutputHelper output)
{
    private const double Wanted = 0.95;

    private static readonly Lazy<IReadOnlyList<Mutation>> Catalogue = new(() => [.. SectionMutations.All(), .. DataMutations.All(), .. RunMutations.All()]);

    public static TheoryData<TaskType, ReportLanguage> Runs
    {
        get
        {
            var runs = new TheoryData<TaskType, ReportLanguage>();
            foreach (var type in TaskTypes.All)
            {
                runs.Add(type, ReportLanguage.Korean);
                runs.Add(type, ReportLanguage.English);
            }

            return runs;
        }
    }

    [Fact]
    public void Mutation_of_what_a_rule_is_about_is_named_by_that_rule()
    {
        var survivors = Catalogue.Value.AsParallel().AsOrdered().Where(mutation => !mutation.IsNamed()).ToList();
        var score = 1 - ((double)survivors.Count / Catalogue.Value.Count);

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"mutation score {score:P1}: {Catalogue.Value.Count - survivors.Count} of {Catalogue.Value.Count} mutations of {Rules.All.Count} rules are named"));
        foreach (var survivor in survivors)
        {
            output.WriteLine($"survived: {survivor}");
        }

        Assert.True(score >= Wanted, $"mutation score {score:P1}; survived: {string.Join("; ", survivors.Take(40))}");
    }

    [Fact]
    public void Every_rule_has_a_mutation()
    {
        var mutated = Catalogue.Value.Select(mutation => mutation.Rule).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

        Assert.Equal(Rules.All.Select(rule => rule.Id).Order(StringComparer.Ordinal), mutated);
    }

    [Theory]
    [MemberData(nameof(Runs))]
    public void Valid_run_of_each_task_type_has_no_failure(TaskType type, ReportLanguage language)
    {
        ValidationDocument[] validations = [ReportValidator.Validate(SampleValidation.Valid(type, language)), ReportValidator.Validate(SampleValidation.Full(type, language))];

        Assert.Empty(validations.SelectMany(validation => validation.Failures).Select(failure => $"{failure.Place} {failure.Rule} {failure.Message}"));

        // The sample's plan has flaws, and an analyst says so.
        Assert.All(validations.SelectMany(validation => validation.Warnings), warning => Assert.Equal("REP-093", warning.Rule));
    }
}
