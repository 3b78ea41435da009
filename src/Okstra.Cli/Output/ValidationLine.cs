using Okstra.Core.Validation;

namespace Okstra.Cli.Output;

/// <summary>Outcome of the validation.</summary>
internal sealed record ValidationLine(bool Ok, IReadOnlyList<ValidationFailure> Failures);
