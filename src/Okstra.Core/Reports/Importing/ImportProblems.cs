using Okstra.Core.Markdown;
using Okstra.Core.Text;

namespace Okstra.Core.Reports.Importing;

/// <summary>Collects what cannot be taken over.</summary>
internal sealed class ImportProblems
{
    private const int Most = 200;
    private readonly List<ImportProblem> _problems = [];

    public bool Blocking => _problems.Exists(problem => !problem.IsWarning);

    public IReadOnlyList<ImportProblem> Sorted => [.. _problems.OrderBy(problem => problem.Line).ThenBy(problem => problem.Column).Take(Most)];

    public void Add(string code, MarkdownCell cell, string message, string hint, bool isWarning = false) => Add(code, cell.Line, cell.Column, message, hint, isWarning);

    public void Add(string code, MarkdownBlock block, string message, string hint, bool isWarning = false) => Add(code, block.Line, block.Column, message, hint, isWarning);

    public void Add(string code, MarkdownSection section, string message, string hint, bool isWarning = false) => Add(code, section.Line, section.Column, message, hint, isWarning);

    public void Add(string code, int line, int column, string message, string hint, bool isWarning = false) => _problems.Add(new ImportProblem
    {
        Code = code,
        Line = line,
        Column = column,
        Message = SafeText.OneLine(message, 500),
        Hint = SafeText.OneLine(hint, 500),
        IsWarning = isWarning,
    });
}
