using FsCheck;
using FsCheck.Fluent;
using Okstra.Core.Reports;
using Okstra.Core.Reports.Importing;
using Okstra.Core.Tasks;
using Okstra.Core.Text;

namespace Okstra.Core.Tests.Reports.Importing;

public sealed class ReportImportLawTests
{
    public static TheoryData<TaskType, ReportLanguage> Reports { get; } = new(
        from type in TaskTypes.All
        from language in new[] { ReportLanguage.English, ReportLanguage.Korean }
        select (type, language));

    [Theory]
    [MemberData(nameof(Reports))]
    public void Rendered_imported_and_rendered_again_is_the_same(TaskType type, ReportLanguage language) => Holds(seed =>
    {
        var markdown = MarkdownReport.Render(HostileReports.Of(type, language, seed));

        Same(markdown, MarkdownReport.Render(Imported(markdown, null)), seed);
    }, 40);

    [Theory]
    [MemberData(nameof(Reports))]
    public void Import_of_an_unchanged_report_over_its_data_changes_nothing(TaskType type, ReportLanguage language) => Holds(seed =>
    {
        var report = HostileReports.Of(type, language, seed);

        Same(ReportText.Write(report), ReportText.Write(Imported(MarkdownReport.Render(report), report)), seed);
    }, 15);

    [Theory]
    [MemberData(nameof(Reports))]
    public void Import_of_an_edited_report_changes_what_was_edited_and_nothing_else(TaskType type, ReportLanguage language) => Holds(seed =>
    {
        var report = HostileReports.Of(type, language, seed);
        var edited = report with { NextSteps = ["Call the checkout team"], Risks = [] };

        Same(ReportText.Write(edited), ReportText.Write(Imported(MarkdownReport.Render(edited), report)), seed);
    }, 4);

    private static void Holds(Action<int> law, int most) => Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), law).Check(Config.QuickThrowOnFailure.WithMaxTest(most));

    private static ReportDocument Imported(string markdown, ReportDocument? previous)
    {
        var outcome = ReportImporter.Import(markdown, new ImportDefaults(), previous);
        Assert.True(outcome.Report is not null, string.Join('\n', outcome.Problems.Take(5).Select(problem => $"{problem.Line}:{problem.Column} {problem.Code} {problem.Message}\n  {markdown.Split('\n').ElementAtOrDefault(problem.Line - 1)}")));
        return outcome.Report;
    }

    private static void Same(string expected, string actual, int seed)
    {
        var (left, right) = (expected.Split('\n'), actual.Split('\n'));
        var line = Enumerable.Range(0, Math.Max(left.Length, right.Length)).FirstOrDefault(index => left.ElementAtOrDefault(index) != right.ElementAtOrDefault(index), -1);
        Assert.True(line < 0, line < 0 ? "" : $"seed {seed} line {line + 1}\nwas  {left.ElementAtOrDefault(line)}\nis   {right.ElementAtOrDefault(line)}");
    }
}
