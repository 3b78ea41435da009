using System.Text;

namespace Okstra.Core.Findings;

/// <summary>Tells an answer from a piece of the prompt that was sent back.</summary>
public static class EchoCheck
{
    /// <summary>Shorter objects say too little to be recognised; the contract refuses or accepts them on their own.</summary>
    private const int MinLength = 40;

    /// <summary>The object stands in the prompt (white space aside), or it is one of our schemas.</summary>
    public static bool IsEcho(ReadOnlyMemory<byte> json, string prompt)
    {
        var answer = WithoutSpace(Encoding.UTF8.GetString(json.Span));
        return answer.Length >= MinLength
            && (WithoutSpace(prompt).Contains(answer, StringComparison.Ordinal)
                || string.Equals(answer, FindingsSchema, StringComparison.Ordinal)
                || string.Equals(answer, VotesSchema, StringComparison.Ordinal)
                || string.Equals(answer, GroupsSchema, StringComparison.Ordinal));
    }

    private static readonly string FindingsSchema = WithoutSpace(AnswerSchemas.Findings);

    private static readonly string VotesSchema = WithoutSpace(AnswerSchemas.Votes);

    private static readonly string GroupsSchema = WithoutSpace(AnswerSchemas.Groups);

    private static string WithoutSpace(string text)
    {
        var dense = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (!char.IsWhiteSpace(character))
            {
                dense.Append(character);
            }
        }

        return dense.ToString();
    }
}
