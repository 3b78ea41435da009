using Okstra.Core.Reports;
using Okstra.Core.Tasks;
using Okstra.Core.Text;

namespace Okstra.Testing.Reports;

/// <summary>Reports of every task type and language, ordinary ones and those that strain a reader: whatever is said of "every report" is tried on these.</summary>
public static class ReportCatalogue
{
    /// <summary>Each task type in each language, as a run leaves it.</summary>
    public static IReadOnlyList<CatalogueReport> Ordinary { get; } =
    [
        .. from type in Enum.GetValues<TaskType>()
           from language in Enum.GetValues<ReportLanguage>()
           select new CatalogueReport($"{type.Token()}-{language.Token()}", Sample(type, language)),
    ];

    /// <summary>Nothing in them, too much in them, or text that tries to leave its place; the hostile ones have a finding for each text.</summary>
    public static IReadOnlyList<CatalogueReport> Strained { get; } =
    [
        .. Enum.GetValues<ReportLanguage>().Select(language => new CatalogueReport($"reduced-{language.Token()}", ReportComposer.Compose(SampleRun.Reduced(language)))),
        .. Enum.GetValues<TaskType>().Select(type => new CatalogueReport($"empty-{type.Token()}", StrainedReports.Empty(Sample(type, ReportLanguage.English)))),
        new("heavy-en", StrainedReports.Heavy(Sample(TaskType.Implementation, ReportLanguage.English))),
        new("heavy-plan-ko", StrainedReports.Heavy(Sample(TaskType.ImplementationPlanning, ReportLanguage.Korean))),
        .. Enum.GetValues<TaskType>().Select(type => new CatalogueReport($"hostile-{type.Token()}", StrainedReports.Spoiled(Sample(type, ReportLanguage.English), StrainedTexts.Hostile))),
        new("long-words-en", StrainedReports.Spoiled(Sample(TaskType.ImplementationPlanning, ReportLanguage.English), StrainedTexts.Long)),
        new("long-words-ko", StrainedReports.Spoiled(Sample(TaskType.FinalVerification, ReportLanguage.Korean), StrainedTexts.Long)),
        new("korean-words-ko", StrainedReports.Spoiled(Sample(TaskType.ImplementationPlanning, ReportLanguage.Korean), StrainedTexts.Korean)),
    ];

    public static IReadOnlyList<CatalogueReport> All { get; } = [.. Ordinary, .. Strained];

    private static ReportDocument Sample(TaskType type, ReportLanguage language) => SampleReports.Of(type, language);
}
