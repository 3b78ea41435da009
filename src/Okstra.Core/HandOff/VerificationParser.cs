using System.Globalization;
using System.Text.Json;
using Okstra.Core.Text;

namespace Okstra.Core.HandOff;

/// <summary>Reads the data document of a verification: every text gives a verdict or a sentence that says what is wrong with it.</summary>
public static class VerificationParser
{
    private const int LongestValue = 200;
    private const int DeepestNesting = 64;

    // { "taskKey": "shop:g:t-1", "taskType": "final-verification", "seq": "001", "stage": 2, "verdictToken": "accepted",
    //   "verificationScope": "single-stage", "routing": "release-handoff(stage-group)", "headSha": "5f2a…", … }
    /// <param name="text">The document; its size is the reader's business.</param>
    /// <param name="problem">What is wrong; empty on success.</param>
    /// <returns>Null when it is no verification.</returns>
    public static VerificationVerdict? Parse(string text, out string problem)
    {
        try
        {
            using var document = JsonDocument.Parse(text, new JsonDocumentOptions { AllowDuplicateProperties = false, MaxDepth = DeepestNesting });
            return Read(document.RootElement, out problem);
        }
        catch (JsonException failure)
        {
            problem = $"it is not JSON: {SafeText.OneLine(failure.Message, LongestValue)}";
            return null;
        }
    }

    private static VerificationVerdict? Read(JsonElement root, out string problem)
    {
        problem = "";
        if (root.ValueKind != JsonValueKind.Object)
        {
            problem = "it is not a JSON object";
            return null;
        }

        if (Text(root, "verdictToken") is not { } verdict || Text(root, "verificationScope") is not { } scope)
        {
            problem = "it has no 'verdictToken' or no 'verificationScope'; a final verification's data document has both";
            return null;
        }

        return new VerificationVerdict
        {
            TaskKey = Text(root, "taskKey"),
            Verdict = verdict,
            Scope = scope,
            Stage = Number(root, "stage"),
            HeadSha = Text(root, "headSha"),
            Routing = Text(root, "routing"),
        };
    }

    private static string? Text(JsonElement root, string name) =>
        root.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String ? SafeText.OneLine(member.GetString()!, LongestValue) : null;

    private static int? Number(JsonElement root, string name) => root.TryGetProperty(name, out var member) switch
    {
        true when member.ValueKind == JsonValueKind.Number && member.TryGetInt32(out var number) => number,
        true when member.ValueKind == JsonValueKind.String && int.TryParse(member.GetString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) => number,
        _ => null,
    };
}
