using System.Globalization;
using Okstra.Cli.Tests.Support;
using Okstra.Testing;

namespace Okstra.Cli.Tests.Converging;

/// <summary>
/// Three workers and fourteen claims, more than one batch holds: written once as a table and given out as a scenario for the native lead and as one file for each
/// vote for a shell script. Claim n becomes finding n, because confidence falls with n.
/// </summary>
internal static class RuleVotes
{
    /// <summary>So different that no two are joined.</summary>
    private static readonly (string Title, string Code)[] Subjects =
    [
        ("Refunds are paid twice", "pay(refund)"),
        ("Expired coupons still work", "apply_coupon(code)"),
        ("Shipping ignores weight", "ship_flat_rate()"),
        ("Stock drops below zero", "stock -= ordered"),
        ("Tax is rounded per line", "tax = round(line)"),
        ("Currency defaults silently", "currency = 'EUR'"),
        ("Invoices lose their number", "invoice.number = None"),
        ("Wishlist leaks to strangers", "show(wishlist)"),
        ("Loyalty points never expire", "points += spent"),
        ("Gift cards accept letters", "card = raw_text"),
        ("Returns skip inspection", "accept_return(parcel)"),
        ("Postcodes are lower-cased", "postcode.lower()"),
        ("Sessions outlive a logout", "keep(session)"),
        ("Audit log drops deletions", "log.ignore('delete')"),
    ];

    public static int Claims => Subjects.Length;

    /// <summary>Worker, round, claim, vote, with evidence; a claim without a row gets no vote. cyd's first re-verification times out.</summary>
    private static readonly (string Worker, int Round, int Claim, string Vote, bool Evidence)[] Table =
    [
        .. Rows("bob", 1, "AGREE", true, 2, 3, 4, 5),
        .. Rows("bob", 1, "DISAGREE", true, 6, 7, 8, 9),
        .. Rows("bob", 1, "UNVERIFIABLE", false, 10, 11, 12),
        .. Rows("bob", 1, "AGREE", false, 13),
        .. Rows("ada", 2, "WITHDRAW", false, 6, 8),
        .. Rows("ada", 2, "MAINTAIN", true, 7),
        .. Rows("bob", 2, "DISAGREE", true, 6, 9),
        .. Rows("bob", 2, "UNVERIFIABLE", false, 7, 10, 11),
        .. Rows("bob", 2, "AGREE", true, 12, 14),
        .. Rows("bob", 2, "DISAGREE", false, 13),
        .. Rows("cyd", 2, "AGREE", true, 1, 7, 12),
        .. Rows("cyd", 2, "UNVERIFIABLE", false, 6, 8, 9, 10, 11, 13, 14),
    ];

    /// <summary>cyd votes on something nobody asked it about.</summary>
    private const string Stranger = """{ "findingId": "F-099", "vote": "AGREE", "reason": "an id of its own making", "citations": [] }""";

    public static SampleProject Project()
    {
        var project = SampleProject.Committed();
        new TestRepository(project.Root).Commit("rules", [.. Enumerable.Range(1, Claims).Select(n => (File(n), $"{Line(n)}\n"))]);
        project.Write("scenario.json", Scenario());
        return project;
    }

    /// <summary>What the same workers say, one file for each answer or vote, and the program that puts an answer together from them.</summary>
    public static string WriteAnswers(SampleProject project)
    {
        foreach (var worker in new[] { "ada", "bob", "cyd" })
        {
            project.Write($"answers/{worker}-0", Analysis(worker));
        }

        foreach (var (worker, round, claim, vote, evidence) in Table)
        {
            project.Write($"answers/{worker}-{round}-{Id(claim)}", Ballot($"\"findingId\": \"{Id(claim)}\"", claim, vote, evidence));
        }

        project.Write("answers/cyd-2-extra", Stranger);
        return project.Write("ask.sh", $$"""
            #!/usr/bin/env bash
            set -euo pipefail
            cd "{{project.TempPath}}/answers"
            worker=$1 round=$2 prompt=$4 findings=$5
            grep -q "^\*\*Task Key:\*\*" "$prompt"
            if [ "$round" = 0 ]; then cat "$worker-0"; exit; fi
            if [ "$worker-$round" = cyd-1 ]; then echo "scripted timeout" >&2; exit 124; fi
            votes=
            for vote in ${findings//,/ } extra; do
                if [ -f "$worker-$round-$vote" ]; then votes+="${votes:+, }$(cat "$worker-$round-$vote")"; fi
            done
            echo "{ \"schemaVersion\": 1, \"votes\": [$votes] }"
            """.ReplaceLineEndings("\n"));
    }

    private static string Scenario() => $$"""
        { "workers": [
          { "name": "ada", "vendor": "one", "rounds": { "0": { "answer": {{Analysis("ada")}} }, "2": { "answer": {{Round("ada", 2)}} } } },
          { "name": "bob", "vendor": "two", "rounds": { "0": { "answer": {{Analysis("bob")}} }, "1": { "answer": {{Round("bob", 1)}} }, "2": { "answer": {{Round("bob", 2)}} } } },
          { "name": "cyd", "vendor": "three", "rounds": { "0": { "answer": {{Analysis("cyd")}} }, "1": { "fails": "timeout" }, "2": { "answer": {{Round("cyd", 2, Stranger)}} } } }
        ] }
        """;

    private static string Analysis(string worker) => Scenarios.Answer(worker, worker switch
    {
        "ada" => [.. Enumerable.Range(1, Claims).Select(Finding)],
        "bob" => [Finding(1)],
        _ => [],
    });

    private static string Finding(int claim)
    {
        var confidence = (0.95 - (0.05 * claim)).ToString("0.00", CultureInfo.InvariantCulture);
        return $$"""{ "id": "x{{claim}}", "ticketId": "", "kind": "cause", "title": "{{Title(claim)}}", "claim": "{{Title(claim)}}, see {{File(claim)}}.", "severity": "major", "confidence": {{confidence}}, "evidence": [{{Citation(claim)}}], "recommendation": "check it" }""";
    }

    private static string Round(string worker, int round, params string[] extra) => Scenarios.Votes(
        [.. Table.Where(row => row.Worker == worker && row.Round == round).Select(row => Ballot($"\"match\": \"{Title(row.Claim)}\"", row.Claim, row.Vote, row.Evidence)), .. extra]);

    private static string Ballot(string finding, int claim, string vote, bool evidence) =>
        $$"""{ {{finding}}, "vote": "{{vote}}", "reason": "{{vote}} on claim {{claim}}", "citations": [{{(evidence ? Citation(claim) : "")}}] }""";

    private static string Citation(int claim) => $$"""{ "kind": "file", "path": "{{File(claim)}}", "startLine": 1, "endLine": 1, "quote": "{{Line(claim)}}" }""";

    private static string File(int claim) => $"shop/part_{claim:D2}.py";

    private static string Line(int claim) => Subjects[claim - 1].Code;

    private static string Title(int claim) => Subjects[claim - 1].Title;

    private static string Id(int claim) => $"F-{claim:D3}";

    private static IEnumerable<(string Worker, int Round, int Claim, string Vote, bool Evidence)> Rows(string worker, int round, string vote, bool evidence, params int[] claims) =>
        claims.Select(claim => (worker, round, claim, vote, evidence));
}
