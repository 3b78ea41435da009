using System.Text.Json;
using Okstra.Core.Convergence;

namespace Okstra.Core.Findings;

/// <summary>The two wire contracts, member by member: strict about types and limits, silent about members it does not know.</summary>
internal static class AnswerReader
{
    public const int MaxFindings = 500;
    public const int MaxCitations = 50;
    private const int MaxClaim = 8_000;
    private const int MaxTitle = 300;
    private const int MaxQuote = 4_000;
    private const int MaxReason = 8_000;
    private const int MaxId = 100;
    private const int MaxPath = 1_000;
    private const int MaxItems = 100;
    private const int MaxPlan = 1024 * 1024;

    private static readonly Dictionary<string, Severity> Severities = new(StringComparer.Ordinal)
    {
        ["critical"] = Severity.Critical,
        ["major"] = Severity.Major,
        ["minor"] = Severity.Minor,
        ["info"] = Severity.Info,
    };

    private static readonly Dictionary<string, Vote> WireVotes = new[] { Vote.Agree, Vote.Disagree, Vote.Unverifiable, Vote.Withdraw, Vote.Maintain }
        .ToDictionary(vote => vote.Token(), StringComparer.Ordinal);

    private static readonly Dictionary<string, string> QuestionKinds = new(StringComparer.Ordinal) { ["material"] = "material", ["decision"] = "decision" };

    private static readonly Dictionary<string, Func<ContractNode, Citation>> Citations = new(StringComparer.Ordinal)
    {
        ["file"] = File,
        ["command"] = node => new Citation.Command
        {
            Quote = node["quote"].Cut(MaxQuote),
            Argv = Required(node["argv"], MaxItems, item => item.Optional(MaxPath)),
            ExitCode = node["exitCode"].Integer(),
        },
        ["commit"] = node => new Citation.Commit { Quote = node["quote"].Cut(MaxQuote), Sha = node["sha"].Text(MaxId) },
        ["mcp"] = node => new Citation.Mcp
        {
            Quote = node["quote"].Cut(MaxQuote),
            Server = node["server"].Text(MaxTitle),
            Table = node["table"].Text(MaxTitle),
            Select = node["select"].Text(MaxClaim),
        },
    };

    public static WorkerAnswer Findings(ContractNode root)
    {
        CheckVersion(root);
        var answer = new WorkerAnswer
        {
            Summary = root["summary"].Text(MaxClaim),
            KeyFinding = root["keyFinding"].Text(MaxClaim),
            Findings = Required(root["findings"], MaxFindings, Finding),
            Questions = root["questions"].List(MaxItems, Question),
            Verdict = root["verdict"].IsMissing ? null : Verdict(root["verdict"]),
            Plan = Plan(root["plan"]),
        };
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var index = 0; index < answer.Findings.Count; index++)
        {
            if (!seen.Add(answer.Findings[index].Id))
            {
                throw (root["findings"] with { Path = $"$.findings[{index}].id" }).Violation($"'{answer.Findings[index].Id}' is used twice");
            }
        }

        return answer;
    }

    public static ReverifyAnswer Votes(ContractNode root)
    {
        CheckVersion(root);
        var votes = Required(root["votes"], MaxFindings, Ballot);
        return votes.Count > 0 ? new ReverifyAnswer { Votes = votes } : throw root["votes"].Violation("must hold one vote for every finding asked");
    }

    internal static void CheckVersion(ContractNode root)
    {
        var version = root["schemaVersion"];
        if (!version.IsMissing && version.Integer() != 1)
        {
            throw version.Violation("must be 1");
        }
    }

    private static Finding Finding(ContractNode node) => new()
    {
        Id = node["id"].Text(MaxId).Trim(),
        TicketId = node["ticketId"].Optional(MaxTitle).Trim(),
        Kind = node["kind"].Text(MaxId).Trim().ToLowerInvariant(),
        Title = node["title"].Text(MaxTitle).Trim(),
        Claim = node["claim"].Text(MaxClaim).Trim(),
        Severity = node["severity"].Token(Severities),
        Confidence = node["confidence"].Fraction(),
        Evidence = node["evidence"].List(MaxCitations, Cited),
        Recommendation = node["recommendation"].Optional(MaxClaim).Trim(),
    };

    private static VoteAnswer Ballot(ContractNode node) => new()
    {
        FindingId = node["findingId"].Text(MaxId).Trim(),
        Vote = node["vote"].Token(WireVotes),
        Reason = Reason(node["reason"]),
        Citations = node["citations"].List(MaxCitations, Cited),
    };

    private static string Reason(ContractNode node)
    {
        var reason = node.Cut(MaxReason).Trim();
        return reason.Length > 0 ? reason : throw node.Violation(node.IsMissing ? "is required" : "must not be blank");
    }

    private static Citation Cited(ContractNode node) => node["kind"].Token(Citations)(node);

    private static Citation.File File(ContractNode node)
    {
        var start = node["startLine"].Integer();
        var end = node["endLine"].Integer();
        if (start < 1)
        {
            throw node["startLine"].Violation("must be 1 or more");
        }

        if (end < start)
        {
            throw node["endLine"].Violation("must not be before startLine");
        }

        return new Citation.File { Quote = node["quote"].Cut(MaxQuote), Path = node["path"].Text(MaxPath), StartLine = start, EndLine = end };
    }

    private static Question Question(ContractNode node) => new()
    {
        Kind = node["kind"].Token(QuestionKinds),
        Text = node["text"].Text(MaxClaim),
        Why = node["why"].Optional(MaxClaim),
        Where = node["where"].Optional(MaxClaim),
        Options = node["options"].List(MaxItems, item => item.Text(MaxClaim)),
        AnswerShape = node["answerShape"].Optional(MaxClaim),
    };

    private static WorkerVerdict Verdict(ContractNode node) =>
        new(node["token"].Text(MaxId), node["conditions"].List(MaxItems, item => item.Text(MaxClaim)));

    private static JsonElement? Plan(ContractNode node)
    {
        if (node.IsMissing)
        {
            return null;
        }

        if (node.Element.ValueKind is not (JsonValueKind.Object or JsonValueKind.String))
        {
            throw node.Violation("must be an object, a text or null");
        }

        return node.Element.GetRawText().Length <= MaxPlan ? node.Element.Clone() : throw node.Violation($"is larger than {MaxPlan} characters");
    }

    private static IReadOnlyList<T> Required<T>(ContractNode node, int maxCount, Func<ContractNode, T> read) =>
        node.IsMissing ? throw node.Violation("is required") : node.List(maxCount, read);
}
