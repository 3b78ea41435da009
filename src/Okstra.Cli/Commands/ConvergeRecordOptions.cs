using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.Json;
using Okstra.Cli.Output;
using Okstra.Core.Findings;
using Okstra.Core.Problems;
using Okstra.Core.Workers;
using Okstra.Engine.Leading;
using Okstra.State.Inputs;

namespace Okstra.Cli.Commands;

/// <summary>What <c>record</c> is told, as options or as one JSON object.</summary>
internal sealed class ConvergeRecordOptions
{
    private const string StandardInput = "-";

    /// <summary>An answer at its limit and the little that stands around it.</summary>
    private const int InputLimit = (2 * AnswerExtraction.MaxBytes) + (1024 * 1024);

    private readonly Option<string?> _worker = new("--worker") { Description = "Who was asked." };
    private readonly Option<int?> _round = new("--round") { Description = "0 = analysis, 1 to 3 = re-verification." };
    private readonly Option<int> _batch = new("--batch") { Description = "Number of the batch; default 1.", DefaultValueFactory = _ => 1 };
    private readonly Option<string?> _answer = new("--answer") { Description = "File with the worker's final text, or - for standard input." };
    private readonly Option<string?> _status = new("--status") { Description = "timeout, error or not-run instead of an answer." };
    private readonly Option<bool> _violation = new("--contract-violation") { Description = "The answer stayed malformed; give it, or a reason." };
    private readonly Option<string?> _reason = new("--reason") { Description = "Why there is no answer." };
    private readonly Option<string?> _session = new("--session-id") { Description = "The vendor's session, when known." };
    private readonly Option<string?> _input = new("--input") { Description = "All of this as one JSON object in a file, or - for standard input." };

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _worker, _round, _batch, _answer, _status, _violation, _reason, _session, _input })
        {
            command.Add(option);
        }

        command.Validators.Add(Validate);
    }

    /// <exception cref="UserErrorException">A file cannot be read, or a value is none of the valid ones.</exception>
    public LeadAnswer Read(ParseResult parsed, CliContext context)
    {
        if (parsed.GetValue(_input) is { } input)
        {
            return OfInput(Text(input, InputLimit, context));
        }

        return new LeadAnswer
        {
            Worker = parsed.GetValue(_worker)!,
            Round = parsed.GetValue(_round)!.Value,
            Batch = parsed.GetValue(_batch),
            Text = parsed.GetValue(_answer) is { } file ? Text(file, AnswerExtraction.MaxBytes, context) : null,
            Status = StatusOf(parsed.GetValue(_status), hasAnswer: parsed.GetValue(_answer) is not null),
            ContractViolation = parsed.GetValue(_violation),
            Reason = parsed.GetValue(_reason),
            SessionId = parsed.GetValue(_session),
        };
    }

    private static LeadAnswer OfInput(string text)
    {
        RecordInput input;
        try
        {
            input = JsonSerializer.Deserialize(text, InputJson.Default.RecordInput) ?? throw new JsonException("it is null");
        }
        catch (JsonException fault)
        {
            throw new UserErrorException(new Problem("OKS0549", $"the input is not what record reads: {fault.Message.Split(" Path: ")[0]}", "it has worker, round, batch, status, answer, contractViolation, reason, sessionId and usage; docs/converge.md shows one"), fault);
        }

        var answer = AnswerOf(input);
        if (answer is null && string.IsNullOrWhiteSpace(input.Reason))
        {
            throw new UserErrorException("OKS0549", "the input has neither an answer nor a reason why there is none", "give answer, or status and reason");
        }

        return new LeadAnswer
        {
            Worker = input.Worker,
            Round = input.Round,
            Batch = input.Batch ?? 1,
            Text = answer,
            Status = StatusOf(input.Status ?? (input.ContractViolation ? "error" : null), hasAnswer: answer is not null),
            ContractViolation = input.ContractViolation,
            Reason = input.Reason,
            SessionId = input.SessionId,
            Usage = input.Usage,
        };
    }

    private static string? AnswerOf(RecordInput input)
    {
        try
        {
            return input.Answer is not { } given || given.ValueKind == JsonValueKind.Null ? null
                : given.ValueKind == JsonValueKind.String ? given.GetString()
                : given.GetRawText();
        }
        catch (InvalidOperationException fault)
        {
            throw new UserErrorException(new Problem("OKS0549", "the input's answer holds an invalid Unicode escape", "give the worker's text as it is"), fault);
        }
    }

    private static WorkerStatus StatusOf(string? token, bool hasAnswer)
    {
        foreach (var status in Enum.GetValues<WorkerStatus>().Where(status => status.Token() == (token ?? "completed")))
        {
            return status == WorkerStatus.Completed && !hasAnswer && token is not null
                ? throw new UserErrorException("OKS0549", "status completed comes with an answer", "give the answer, or another status and a reason")
                : status;
        }

        throw new UserErrorException("OKS0549", $"'{token}' is no status of a worker; valid: {string.Join(", ", Enum.GetValues<WorkerStatus>().Select(status => status.Token()))}", "correct --status");
    }

    private static string Text(string source, int limit, CliContext context)
    {
        if (source != StandardInput)
        {
            return InputFiles.ReadAnswer(Path.GetFullPath(source, context.Host.CurrentDirectory), limit);
        }

        var buffer = new char[limit + 1];
        var length = context.In.ReadBlock(buffer, 0, buffer.Length);
        return length <= limit
            ? new string(buffer, 0, length)
            : throw new UserErrorException("OKS0216", $"standard input holds more than {limit / (1024 * 1024)} MiB", "have the worker answer again, shorter");
    }

    private void Validate(CommandResult result)
    {
        bool Has(Option option) => result.GetResult(option) is { Implicit: false };
        if (Has(_input))
        {
            if (new Option[] { _worker, _round, _batch, _answer, _status, _violation, _reason, _session }.Any(Has))
            {
                result.AddError("--input says everything itself; it cannot be combined with the other options of record");
            }

            return;
        }

        foreach (var missing in new Option[] { _worker, _round }.Where(option => !Has(option)))
        {
            result.AddError($"Option '{missing.Name}' is required.");
        }

        if (Has(_answer) && (Has(_status) || Has(_reason)))
        {
            result.AddError("--answer is what the worker said; --status and --reason are for when it said nothing");
        }
        else if (!Has(_answer) && !Has(_status) && !Has(_violation))
        {
            result.AddError("give --answer, or --status and --reason, or --contract-violation");
        }
        else if (!Has(_answer) && !Has(_reason))
        {
            result.AddError("Option '--reason' is required when there is no --answer.");
        }
    }
}
