using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Okstra.Core.Problems;

namespace Okstra.Core.Findings;

/// <summary>An agent's final text → a typed answer; total and bounded, whatever the text is.</summary>
/// <remarks>
/// The whole text is one JSON object, or prose whose last fenced JSON block is it:
/// <code>
/// I looked at the parser.
/// ```json okstra-findings
/// {"schemaVersion":1,"summary":"…","keyFinding":"…","findings":[]}
/// ```
/// </code>
/// </remarks>
public static class AnswerParser
{
    public static bool TryParseFindings(string agentText, FindingsContext context, [NotNullWhen(true)] out WorkerAnswer? answer, [NotNullWhen(false)] out Problem? problem) =>
        TryParse(agentText, context, AnswerReader.Findings, out answer, out problem);

    public static bool TryParseVotes(string agentText, FindingsContext context, [NotNullWhen(true)] out ReverifyAnswer? answer, [NotNullWhen(false)] out Problem? problem) =>
        TryParse(agentText, context, AnswerReader.Votes, out answer, out problem);

    /// <param name="agentText">Anything.</param>
    /// <param name="context">The prompt it answers.</param>
    /// <param name="asked">The ids that may occur in it.</param>
    /// <param name="answer">The groups.</param>
    /// <param name="problem">Why there are none.</param>
    public static bool TryParseGroups(
        string agentText, FindingsContext context, IReadOnlySet<string> asked, [NotNullWhen(true)] out GroupsAnswer? answer, [NotNullWhen(false)] out Problem? problem) =>
        TryParse(agentText, context, root => GroupsReader.Read(root, asked), out answer, out problem);

    private static bool TryParse<T>(string agentText, FindingsContext context, Func<ContractNode, T> read, out T? answer, [NotNullWhen(false)] out Problem? problem)
        where T : class
    {
        answer = null;
        if (!AnswerExtraction.TryExtract(agentText, out var json, out problem))
        {
            return false;
        }

        if (EchoCheck.IsEcho(json, context.Prompt))
        {
            problem = AnswerProblems.Echo();
            return false;
        }

        try
        {
            using var document = JsonDocument.Parse(json, AnswerExtraction.Options);
            answer = read(new ContractNode(document.RootElement, "$"));
            return true;
        }
        catch (JsonException exception)
        {
            problem = AnswerProblems.Malformed(exception.Message);
        }
        catch (InvalidOperationException)
        {
            // A member name with half a surrogate pair is only found out when it is read.
            problem = AnswerProblems.Malformed("a member name holds an invalid Unicode escape");
        }
        catch (ContractException exception)
        {
            problem = exception.Problem;
        }

        return false;
    }
}
