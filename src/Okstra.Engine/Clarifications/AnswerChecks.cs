using Okstra.Core.Clarifications;
using Okstra.Core.Problems;
using Okstra.State.Documents;

namespace Okstra.Engine.Clarifications;

/// <summary>From what the user said to events of the ledger; one mistake refuses all of it.</summary>
internal sealed class AnswerChecks(RunServices services, string run, IReadOnlyList<OpenQuestion> asked)
{
    private const int LongestAnswer = 20_000;

    public IReadOnlyList<ClarificationEvent> Check(IReadOnlyList<GivenAnswer> answers)
    {
        if (answers.GroupBy(answer => answer.Id, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw new UserErrorException("OKS0803", $"{twice.Key} is answered {twice.Count()} times", "give one answer for each row");
        }

        return [.. answers.Select(One)];
    }

    private ClarificationEvent One(GivenAnswer given)
    {
        var row = asked.FirstOrDefault(question => string.Equals(question.Id, given.Id, StringComparison.Ordinal))
            ?? throw new UserErrorException("OKS0802", $"the report of {run} asks no '{given.Id}'", asked.Count == 0 ? "it asks nothing" : $"it asks {string.Join(", ", asked.Take(20).Select(question => question.Id))}");
        if (given.Answer is null)
        {
            return new ClarificationEvent.Obsolete(given.Note.Length > 0 ? given.Note : "said by the user") { At = services.Now(), Run = run, Row = row.Id, Text = row.Text };
        }

        var answer = given.Answer.Trim();
        if (answer.Length is 0 or > LongestAnswer)
        {
            throw new UserErrorException("OKS0804", $"the answer to {given.Id} has {answer.Length} characters; 1 to {LongestAnswer} are valid", "put longer material into a file and name its path");
        }

        return row.Kind == "material" ? Material(row, answer, given.Note) : new ClarificationEvent.Answered(answer, given.Note) { At = services.Now(), Run = run, Row = row.Id, Text = row.Text };
    }

    /// <summary>A material is a file, or words; what looks like a path must be there.</summary>
    private ClarificationEvent Material(OpenQuestion row, string answer, string note)
    {
        var path = answer.Contains('\0', StringComparison.Ordinal) || answer.Contains('\n', StringComparison.Ordinal) ? "" : Path.GetFullPath(answer, services.Host.CurrentDirectory);
        if (path.Length > 0 && Path.Exists(path))
        {
            var evidence = ContentHash.TryOfFile(path) is { } hash ? $"{path} (SHA-256 {hash[..12]})" : path;
            return new ClarificationEvent.Answered(path, note.Length > 0 ? $"{evidence}; {note}" : evidence) { At = services.Now(), Run = run, Row = row.Id, Text = row.Text };
        }

        return !answer.Any(char.IsWhiteSpace) && (answer.Contains('/', StringComparison.Ordinal) || Path.HasExtension(answer)) && !answer.Contains("://", StringComparison.Ordinal)
            ? throw new UserErrorException("OKS0805", $"{row.Id}: there is no file '{path}'", "name an existing file, a URL, or write the material itself")
            : new ClarificationEvent.Answered(answer, note) { At = services.Now(), Run = run, Row = row.Id, Text = row.Text };
    }
}
