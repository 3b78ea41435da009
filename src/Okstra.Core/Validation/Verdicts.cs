namespace Okstra.Core.Validation;

/// <summary>Collects what does not hold.</summary>
internal sealed class Verdicts
{
    private readonly List<ValidationFailure> _failures = [];
    private readonly List<ValidationFailure> _warnings = [];

    public IReadOnlyList<ValidationFailure> Failures => _failures;

    public IReadOnlyList<ValidationFailure> Warnings => _warnings;

    public void Add(Rule rule, string message, string file, string? pointer = null, int? line = null) =>
        (rule.IsWarning ? _warnings : _failures).Add(new ValidationFailure
        {
            Rule = rule.Id,
            Message = Text.SafeText.OneLine(message, 500),
            Hint = rule.Hint,
            File = file,
            Pointer = pointer,
            Line = line,
        });
}
