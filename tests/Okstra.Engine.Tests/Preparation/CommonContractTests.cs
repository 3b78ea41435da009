using Okstra.Assets;

namespace Okstra.Engine.Tests.Preparation;

/// <summary>What the contract that every profile includes says to the agents, rule by rule.</summary>
public sealed class CommonContractTests
{
    private static readonly string Text = AssetCatalog.Text("prompts/profiles/_common-contract.md");

    [Fact]
    [Trait("Req", "R-PHS-002")]
    public void Team_part_separates_lead_writer_and_workers_and_lets_nobody_else_in() => Says(
        "`Claude lead` orchestrates and synthesises. It is not `Claude worker`, it analyses nothing itself and never overrules a worker's result.",
        "`Report writer worker` writes the final report; the lead reviews it. It takes no part in the analysis and casts no vote.",
        "Model defaults, unless the bundle says otherwise: `Claude lead` and `Report writer worker` = `opus`, `Claude worker` = `sonnet`, `Codex worker` = `gpt-5.5`, `Gemini worker` = `auto`.",
        "Every required worker is attempted. No verdict is given before each of them has delivered or ended as `timeout`, `error` or `not-run`.",
        "Nobody outside the roster takes part. Generic or unnamed agents do not replace a role, and no worker starts agents of its own.");

    [Fact]
    [Trait("Req", "R-PHS-003")]
    [Trait("Req", "R-CON-73")]
    public void Tools_are_the_listed_ones_for_reading_and_what_they_say_is_cited() => Says(
        "Only the servers and tools under `## Available MCP Servers` exist for this run, and they are for reading.",
        "A finding that rests on MCP names the server, the table and the SELECT.",
        "Nothing is ever written through MCP. A change of schema or data exists only as a migration file in the repository, for people to review.",
        "`MCP not available for this run`");

    [Fact]
    [Trait("Req", "R-PHS-004")]
    [Trait("Req", "R-CON-68")]
    [Trait("Req", "R-CON-70")]
    [Trait("Req", "R-CON-71")]
    public void Permissions_are_taken_for_granted_but_gates_and_bans_stay() => Says(
        "Assume that the user and the team hold every permission this work needs, now and later: access, roles, sign-offs, vendor contacts, legal and security reviews.",
        "Such things are therefore no blocker, no risk, no question, no missing input, no checklist item, and no reason for a longer estimate, unless the brief itself says otherwise.",
        "Gates of okstra itself, such as the approval of a plan, stay as they are: the user decides them in person.",
        "Nothing here loosens the forbidden list of a phase. Those bans protect the project; they are not a matter of permission.");

    [Fact]
    [Trait("Req", "R-PHS-005")]
    [Trait("Req", "R-CON-72")]
    public void Wording_never_starts_another_phase() => Says(
        "A request such as \"다음 단계 진행해\" or \"go on with the next step\" never starts another phase. Only a new okstra run with its own `--task-type` does.");

    [Fact]
    [Trait("Req", "R-PHS-006")]
    [Trait("Req", "R-PHS-007")]
    public void Requests_for_clarification_are_split_and_readable_by_anybody() => Says(
        "Section `## 5. Clarification Requests for the Next Run` has two parts, and an entry belongs to one of them: `5.1 추가 자료 요청 (Additional Materials Requested)` for files, logs, screenshots or links; `5.2 사용자 확인 질문 (Questions for the User)` for facts and decisions only the user knows.",
        "Write whole sentences that somebody who is no developer can act on: no jargon, no abbreviations.",
        "A request for material says why it is needed, where to find it, and where to put it.",
        "A question says why the answer changes the next step, what exactly is asked, and which form the answer takes: yes or no (`예/아니오`), one of given choices, a number or date, or a short text.");

    [Fact]
    [Trait("Req", "R-PHS-008")]
    [Trait("Req", "R-PHS-009")]
    public void Answers_come_back_in_the_report_and_are_settled_first() => Says(
        "The user answers inside the final report; `--resume-clarification` or `--clarification-response` carries the answers into the next run.",
        "When answers were carried in, every earlier `A*` and `Q*` row is settled in section 0 first: new `Status` (`open`, `resolved`, `obsolete`) and the evidence for it.");

    [Fact]
    [Trait("Req", "R-CON-76")]
    [Trait("Req", "R-CON-77")]
    public void Claims_need_something_that_can_be_checked() => Says(
        "A claim needs something that can be checked: a file with line numbers and the quoted lines, a command with its exit code, a commit id, a SELECT with its result.",
        "\"Verified\" or \"tests pass\" without the command and its exit code counts for nothing.",
        "Where evidence is missing, write `I don't know`.");

    private static void Says(params IReadOnlyList<string> sentences) => Assert.All(sentences, sentence => Assert.Contains(sentence, Text, StringComparison.Ordinal));
}
