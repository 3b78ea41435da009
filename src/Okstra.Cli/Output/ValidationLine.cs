using Okstra.Core.Validation;

namespace Okstra.Cli.Output;

/// <summary>Outcome of the validation.</summary>
internal sealed record ValidationLine(bool Ok, IReadOnlyList<ValidationFailure> Failures, IReadOnlyList<ValidationFailure> Warnings)
{
    public static ValidationLine Of(ValidationDocument? document) => new(document?.Ok ?? false, document?.Failures ?? [], document?.Warnings ?? []);
}
