using System.Text.Json.Serialization.Metadata;
using Okstra.Core.HandOff;
using Okstra.Core.Problems;

namespace Okstra.Cli.Output;

/// <summary>Answers of the <c>handoff</c> verbs: always JSON (R-CLI-072), wrapped like that of every verb with <c>--json</c>, bare without.</summary>
internal sealed class HandOffWriter(TextWriter output, bool wrapped)
{
    public void Write<T>(T answer, JsonTypeInfo<T> type)
    {
        if (wrapped)
        {
            JsonAnswer.Write(output, answer, type);
        }
        else
        {
            JsonAnswer.WriteBare(output, answer, type);
        }
    }

    /// <summary>Does one verb; a refusal is an answer too, and goes on to whoever prints problems.</summary>
    public async Task<int> AnswerAsync(Func<Task<int>> verb)
    {
        try
        {
            return await verb();
        }
        catch (UserErrorException refused)
        {
            var reasons = refused.InnerException is HandOffReasonsException several ? several.Reasons : [refused.Problem.Message];
            Write(new HandOffRefusal(false, refused.Problem.Code, reasons, refused.Problem.Hint), CliJson.Default.HandOffRefusal);
            throw;
        }
    }
}
