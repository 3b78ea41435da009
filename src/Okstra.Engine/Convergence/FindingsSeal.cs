using System.Text.Json;
using Okstra.Core.Convergence;
using Okstra.Core.Problems;
using Okstra.Engine.Preparation;
using Okstra.State.Documents;

namespace Okstra.Engine.Convergence;

/// <summary>
/// Everything after round 0 stands on the findings document, and nothing before it can say what it must hold without joining all findings anew; so it carries a
/// hash of itself. It protects against a slip of the hand, not against somebody who computes the hash too.
/// </summary>
internal static class FindingsSeal
{
    public static FindingsDocument Close(FindingsDocument document) => document with { Seal = Of(document) };

    /// <exception cref="UserErrorException">It was edited since it was written.</exception>
    public static FindingsDocument Checked(FindingsDocument document, RunBundle bundle) => document.Seal is null || document.Seal == Of(document)
        ? document
        : throw new UserErrorException("OKS0553", $"'{bundle.Layout.Findings}' was edited since okstra wrote it", "restore the file from a backup; what was voted on must stay what it was");

    private static string Of(FindingsDocument document) =>
        ContentHash.OfText(JsonSerializer.Serialize(document with { Seal = null }, StateJson.ForDocument(FindingsDocumentJson.Default.FindingsDocument)));
}
