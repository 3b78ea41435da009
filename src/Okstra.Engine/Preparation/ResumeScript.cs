namespace Okstra.Engine.Preparation;

/// <summary>The resume script of a run (R-WRK-12, R-OPN-31).</summary>
internal static class ResumeScript
{
    public static string Render(string projectRoot, string sessionId, string taskKey, string taskType, string seq)
    {
        if (sessionId.Length > 0)
        {
            return $"#!/bin/sh\ncd {Quoted(projectRoot)} && exec claude --resume {Quoted(sessionId)}\n";
        }

        var explanation = $"okstra itself leads this {taskType} run; there is no chat session to resume. Continue with: okstra resume {taskKey} --seq {seq}";
        return $"#!/bin/sh\ncd {Quoted(projectRoot)} || exit 1\nprintf '%s\\n' {Quoted(explanation)} >&2\nexit 1\n";
    }

    private static string Quoted(string text) => $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
