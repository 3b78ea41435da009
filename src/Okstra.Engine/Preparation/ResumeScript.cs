using Okstra.Core.Tasks;
using Okstra.Core.Text;

namespace Okstra.Engine.Preparation;

/// <summary>The resume script of a run (R-WRK-12, R-OPN-31).</summary>
internal static class ResumeScript
{
    /// <summary>What to do when there is no session to resume.</summary>
    public static string Explanation(RunBundle bundle) => bundle.Type.IsAnalysis()
        ? $"okstra itself leads this {bundle.Type.Token()} run; there is no chat session to resume. Continue with: okstra resume {bundle.Key} --seq {bundle.Manifest.Seq}"
        : $"a chat session leads this {bundle.Type.Token()} run and okstra knows no session of it. Prepare the same again for a new one with: {Repeated(bundle)}";

    /// <param name="projectRoot">Where the session works.</param>
    /// <param name="sessionId">Empty when there is none.</param>
    /// <param name="explanation">Printed when there is none.</param>
    public static string Render(string projectRoot, string sessionId, string explanation) => sessionId.Length > 0
        ? $"#!/bin/sh\ncd {Quoted(projectRoot)} && exec claude --resume {Quoted(sessionId)}\n"
        : $"#!/bin/sh\ncd {Quoted(projectRoot)} || exit 1\nprintf '%s\\n' {Quoted(explanation)} >&2\nexit 1\n";

    private static string Repeated(RunBundle bundle) => string.Join(' ', bundle.Inputs.CanonicalArgv.Skip(1).Select(ShellWord.Quote).Prepend("okstra render-bundle"));

    private static string Quoted(string text) => $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
