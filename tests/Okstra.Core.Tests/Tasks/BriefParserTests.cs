using FsCheck;
using FsCheck.Fluent;
using Okstra.Core.Tasks;

namespace Okstra.Core.Tests.Tasks;

public sealed class BriefParserTests
{
    [Fact]
    public void Frontmatter_names_group_id_tickets_and_related_tasks()
    {
        var brief = BriefParser.Parse("---\ntask-group: orders\ntask_id: 'DEV-9436'\ntickets: [DEV-9436, \"DEV-9437\"]\nrelated:\n  - default/one\n  - default/two\ntitle: Wrong total\n---\n# Heading\nSee OPS-12 and DEV-9436.\n", "bug.md");

        Assert.Equal(("orders", "DEV-9436", "Wrong total"), (brief.TaskGroup, brief.TaskId, brief.Title));
        Assert.Equal(["DEV-9436", "DEV-9437", "OPS-12"], brief.TicketIds);
        Assert.Equal(["default/one", "default/two"], brief.RelatedTasks);
        Assert.StartsWith("# Heading", brief.Body, StringComparison.Ordinal);
    }

    [Theory]
    [Trait("Req", "R-CON-09")]
    [InlineData("# DEV-9436 crash\n", "bug.md", "DEV-9436")]
    [InlineData("# crash\n", "DEV-9436-crash.md", "DEV-9436")]
    [InlineData("# crash\nsee DEV-9436\n", "bug.md", "DEV-9436")]
    [InlineData("# crash\nsee DEV-1 and DEV-2\n", "Login Crash.md", "login-crash")]
    [InlineData("# crash in UTF-8 and SHA-256\n", "bug.md", "bug")]
    [InlineData("# crash\n", "버그.md", "brief-01234567")]
    [InlineData("---\ntask-id: no-classification\n---\ntext\n", "bug.md", "bug")]
    [InlineData("---\ntask-id: {{TASK_ID}}\n---\ntext\n", "bug.md", "bug")]
    public void Task_id_is_declared_or_a_ticket_or_the_file_name(string text, string file, string id) =>
        Assert.Equal(id, BriefParser.TaskIdFor(BriefParser.Parse(text, file), file, "0123456789abcdef"));

    [Theory]
    [InlineData("---\nnot closed\n# Title\n")]
    [InlineData("text\n---\ntask-id: x\n---\n")]
    public void Rule_that_is_no_frontmatter_stays_text(string text)
    {
        var brief = BriefParser.Parse(text, "bug.md");

        Assert.Equal(text, brief.Body);
        Assert.Null(brief.TaskId);
    }

    [Theory]
    [InlineData("xDEV-1", "")]
    [InlineData("DEV-1-2", "")]
    [InlineData("DEV-01", "")]
    [InlineData("(DEV-1)", "DEV-1")]
    [InlineData("CVE-2024 DEV-7", "DEV-7")]
    public void Ticket_is_a_word_of_its_own(string text, string expected) => Assert.Equal(expected, string.Join(',', TicketIds.In(text)));

    [Fact]
    public void Every_text_is_a_brief() => Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), text =>
    {
        foreach (var candidate in (string[])[text.Get, $"---\n{text.Get}", $"---\n{text.Get}\n---\n", $"---\na: [{text.Get}\n---\n{text.Get}"])
        {
            var brief = BriefParser.Parse(candidate, "bug.md");
            if (brief.Title.Any(char.IsControl) || brief.Title.Length > 120 || BriefParser.TaskIdFor(brief, "bug.md", "0123456789abcdef").Length == 0)
            {
                return false;
            }
        }

        return true;
    }).QuickCheckThrowOnFailure();
}
