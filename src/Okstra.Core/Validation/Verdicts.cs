using Okstra.Core.Text;

namespace Okstra.Core.Validation;

/// <summary>Collects what does not hold.</summary>
internal sealed class Verdicts
{
    private const int MessageLength = 500;
    private readonly List<ValidationFailure> _failures = [];
    private readonly List<ValidationFailure> _warnings = [];

    public IReadOnlyList<ValidationFailure> Failures => _failures;

    public IReadOnlyList<ValidationFailure> Warnings => _warnings;

    /// <summary>Something in a data document, or in a file as a whole.</summary>
    public void Add(Rule rule, string message, string file, string? pointer = null) => Add(rule, message, file, pointer, null, null);

    /// <summary>Something at a place of a text file.</summary>
    /// <param name="rule">What does not hold.</param>
    /// <param name="message">What is wrong.</param>
    /// <param name="file">Relative to the run directory.</param>
    /// <param name="place">Where.</param>
    /// <param name="hint">Says more than the rule's own; null takes that.</param>
    public void At(Rule rule, string message, string file, TextPlace place, string? hint = null) => Add(rule, message, file, null, place, hint);

    /// <summary>Whether the rule was broken in those lines already.</summary>
    public bool Has(Rule rule, string file, int first, int last) =>
        _failures.Exists(failure => failure.Rule == rule.Id && failure.File == file && failure.Line >= first && failure.Line <= last);

    private void Add(Rule rule, string message, string file, string? pointer, TextPlace? place, string? hint) =>
        (rule.IsWarning ? _warnings : _failures).Add(new ValidationFailure
        {
            Rule = rule.Id,
            Message = SafeText.OneLine(message, MessageLength),
            Hint = hint is null ? rule.Hint : SafeText.OneLine(hint, MessageLength),
            File = file,
            Pointer = pointer,
            Line = place?.Line,
            Column = place?.Column,
        });
}
