using System.Text.Json;
using Okstra.Cli.Output;
using Okstra.Core.Problems;
using Okstra.Engine.Clarifications;
using Okstra.State.Inputs;

namespace Okstra.Cli.Commands;

/// <summary>Answers as JSON: <c>{ "answers": [{ "id": "Q1", "answer": "…", "evidence": "…" }], "obsolete": [{ "id": "Q2", "evidence": "why" }] }</c>.</summary>
internal static class AnswerSource
{
    private const int Limit = 4 * 1024 * 1024;

    public static async Task<IReadOnlyList<GivenAnswer>> ReadAsync(string source, CliContext context)
    {
        var text = source == "-" ? await context.In.ReadToEndAsync() : InputFiles.ReadAnswer(Path.GetFullPath(source, context.Host.CurrentDirectory), Limit);
        try
        {
            var input = JsonSerializer.Deserialize(text, InputJson.Default.AnswerInput) ?? throw new JsonException("null is no answer");
            return
            [
                .. input.Answers.Select(line => new GivenAnswer(line.Id, line.Answer ?? throw new JsonException($"{line.Id} has no answer"), line.Evidence ?? "")),
                .. input.Obsolete.Select(line => line.Answer is null ? new GivenAnswer(line.Id, null, line.Evidence ?? "") : throw new JsonException($"{line.Id} is obsolete and answered at once")),
            ];
        }
        catch (JsonException failure)
        {
            throw new UserErrorException(new Problem("OKS0809", $"the answers are not readable: {failure.Message.Split(" Path:")[0]}", "write { \"answers\": [{ \"id\": \"Q1\", \"answer\": \"...\" }], \"obsolete\": [{ \"id\": \"Q2\" }] }"), failure);
        }
    }
}
