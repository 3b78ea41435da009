using Okstra.Core.Problems;
using Okstra.Core.Text;

namespace Okstra.Core.Findings;

/// <summary>What can be wrong with an answer; the texts go back to the agent in the one repair round-trip.</summary>
public static class AnswerProblems
{
    private const string Repair = "answer with exactly one JSON object that follows the schema";

    public static Problem Empty() => new("OKS0301", "the answer is empty", Repair);

    public static Problem TooLarge() => new("OKS0302", $"the answer is larger than {AnswerExtraction.MaxBytes / 1024 / 1024} MiB", Repair);

    public static Problem NoJson() => new("OKS0303", "the answer holds no JSON object, neither as its whole text nor in a fenced json block", Repair);

    public static Problem Truncated() => new("OKS0304", "the answer's JSON is truncated: it ends before the object is closed", "answer again, shorter: fewer or briefer findings");

    public static Problem Malformed(string why) => new("OKS0305", $"the answer is not valid JSON: {SafeText.OneLine(why, 200)}", Repair);

    public static Problem Echo() => new("OKS0306", "the answer repeats the prompt, its example or its schema instead of answering", "answer with your own findings, not with the example");

    public static Problem Violation(string path, string rule) => new("OKS0307", $"the answer breaks its contract at {SafeText.OneLine(path, 200)}: {rule}", Repair);
}
