using FsCheck;
using FsCheck.Fluent;
using Okstra.Core.Tasks;
using Okstra.Core.Text;
using Okstra.Core.Validation;
using Okstra.Testing.Reports;

namespace Okstra.Core.Tests.Validation;

/// <summary>Whatever became of a report, the validator says something about it and does not break.</summary>
public sealed class TotalityTests
{
    public static TheoryData<TaskType> Types => [.. TaskTypes.All];

    [Theory]
    [MemberData(nameof(Types))]
    public void Report_whose_lines_were_moved_dropped_and_cut_is_judged_and_every_place_is_in_it(TaskType type)
    {
        var inputs = SampleValidation.Full(type, ReportLanguage.Korean);
        var lines = inputs.Markdown.Text!.Split('\n');
        var edits = ArbMap.Default.GeneratorFor<(int From, int To, int Cut)>().ListOf(12).ToArbitrary();

        Prop.ForAll(edits, list =>
        {
            var edited = lines.ToList();
            foreach (var (from, to, cut) in list)
            {
                var line = edited[Index(from, edited.Count)];
                edited.RemoveAt(Index(from, edited.Count));
                edited.Insert(Index(to, edited.Count + 1), line[..Index(cut, line.Length + 1)]);
            }

            var validation = ReportValidator.Validate(inputs with { Markdown = inputs.Markdown with { Text = string.Join('\n', edited) } });
            return validation.Failures.Concat(validation.Warnings).Where(failure => failure.File == inputs.Markdown.Path).All(failure =>
                failure is { Line: > 0, Column: > 0, Hint.Length: > 0 } && failure.Line <= edited.Count && failure.Column <= edited[failure.Line.Value - 1].Length + 1);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(40));
    }

    private static int Index(int number, int count) => (int)((uint)number % (uint)count);
}
