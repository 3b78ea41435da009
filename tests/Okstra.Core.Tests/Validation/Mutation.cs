using Okstra.Core.Tasks;
using Okstra.Core.Text;
using Okstra.Core.Validation;

namespace Okstra.Core.Tests.Validation;

/// <summary>A change of a valid run that one rule has to name.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Name">What is changed.</param>
/// <param name="Valid">The run before.</param>
/// <param name="Change">The change.</param>
internal sealed record Mutation(string Rule, string Name, ValidationInputs Valid, Func<ValidationInputs, ValidationInputs> Change)
{
    /// <summary>Whether the rule says something that it did not say before, with a place and a remedy.</summary>
    public bool IsNamed()
    {
        var before = Said(Valid);
        var after = ReportValidator.Validate(Change(Valid));
        return after.Failures.Concat(after.Warnings).Any(failure =>
            failure.Rule == Rule && !before.Contains(failure) && failure is { Message.Length: > 0, Hint.Length: > 0, File.Length: > 0 } && IsPlaced(failure));
    }

    public override string ToString() => $"{Rule} {Valid.TaskType.Token()} {Name}";

    private static readonly System.Runtime.CompilerServices.ConditionalWeakTable<ValidationInputs, HashSet<ValidationFailure>> Known = [];

    private static HashSet<ValidationFailure> Said(ValidationInputs inputs) => Known.GetValue(inputs, valid =>
    {
        var validation = ReportValidator.Validate(valid);
        return [.. validation.Failures, .. validation.Warnings];
    });

    // A rule names the kind of place it says it names.
    private static bool IsPlaced(ValidationFailure failure)
    {
        var isText = failure is { Line: > 0, Column: > 0 };
        return Rules.All.Single(rule => rule.Id == failure.Rule).Place switch
        {
            RulePlace.Pointer => failure.Pointer is not null,
            RulePlace.Text or RulePlace.Page => isText,
            RulePlace.Both => isText || failure.Pointer is not null,
            _ => true,
        };
    }
}
