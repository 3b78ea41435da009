using System.Text.Json;
using Okstra.Core.Reports;
using Okstra.Core.Tasks;
using Okstra.Core.Text;
using Okstra.Testing.Reports;

namespace Okstra.Pages.Tests.Markdown;

/// <summary>markdown-it and npm's yaml read every report as okstra does.</summary>
public sealed class TwoReadersTests
{
    private static readonly IReadOnlyDictionary<string, string> Reports = ReportCatalogue.All.ToDictionary(entry => entry.Name, entry => MarkdownReport.Render(entry.Report), StringComparer.Ordinal);
    private static readonly Lock Gate = new();
    private static Task<IReadOnlyDictionary<string, SecondReading>>? _second;

    public static TheoryData<string> Names => [.. Reports.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Headings_tables_items_and_paragraphs_are_the_same_for_both(string name)
    {
        var second = (await SecondAsync())[name];
        var own = new OkstraReading(Reports[name]);

        Assert.Equal(own.Headings, second.Headings);
        Assert.Equal(Lines(own.Tables), Lines(second.Tables));
        Assert.Equal(own.Items, second.Items);
        Assert.Equal(own.Paragraphs, second.Paragraphs);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Nothing_an_agent_wrote_becomes_mark_up(string name)
    {
        var second = (await SecondAsync())[name];

        Assert.Equal([], second.Marks);
        Assert.Equal([], second.Blocks);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Every_row_has_as_many_cells_as_its_table_has_columns(string name)
    {
        var own = new OkstraReading(Reports[name]);

        Assert.All((await SecondAsync())[name].Tables.Concat(own.Tables), table => Assert.All(table.Rows, row => Assert.Equal(table.Rows[0].Count, row.Count)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Frontmatter_is_the_same_for_both(string name)
    {
        var second = (await SecondAsync())[name];
        var own = new OkstraReading(Reports[name]).Document.FrontMatter;

        foreach (var read in (JsonElement?[])[second.FrontMatter, second.FrontMatter11])
        {
            Assert.Equal(own.Select(entry => entry.Key), read!.Value.EnumerateObject().Select(member => member.Name));
            Assert.All(own, entry => Assert.Equal(entry.Value, Shown(read.Value.GetProperty(entry.Key))));
        }
    }

    [Fact]
    public async Task The_second_reader_is_awake()
    {
        var read = (await SecondReading.OfAsync("awake", new Dictionary<string, string>(StringComparer.Ordinal) { ["mark-up"] = "*a* [b](http://e.invalid) <i>c</i>\n\n```\nd\n```\n" }))["mark-up"];

        Assert.Equal(["em_open", "em_close", "link_open", "link_close", "html_inline", "html_inline"], read.Marks.Select(mark => mark.Split(' ')[0]));
        Assert.Equal("fence d\n", Assert.Single(read.Blocks));
        Assert.Null(read.FrontMatter);
    }

    [Fact]
    public async Task Ids_that_yaml_would_take_for_something_else_stay_text()
    {
        string[] ids =
        [
            "123", "1e3", "0x1F", "0o17", "017", "1_000", ".5", "1.0", "+1", "-1", ".inf", ".NaN", "true", "True", "yes", "No", "on", "OFF", "y", "n", "null", "~", "2026-11-20", "2026-11-20T10:00:00Z", "12:30", "1:2:3",
            "@x", "#x", "a #b", "a: b", "a:", ":a", "- x", "-", "? x", "?", "| x", "> x", "%x", "&a", "*a", "!t", "`x`", "[a]", "{a}", "a, b", "'q'", "\"dq\"", "it's", "say \"x\"", "back\\slash", "\\n", "---", "...", "=", "<<", "한국어", "😀",
        ];
        var report = SampleReports.Of(TaskType.ErrorAnalysis, ReportLanguage.English);
        var files = ids.Index().ToDictionary(id => $"id-{id.Index}", id => MarkdownReport.Render(report with { Header = report.Header with { TaskId = id.Item } }), StringComparer.Ordinal);

        var read = await SecondReading.OfAsync("ids", files);

        Assert.Equal(ids, ids.Index().Select(id => Shown(read[$"id-{id.Index}"].FrontMatter!.Value.GetProperty("taskId"))));
        Assert.Equal(ids, ids.Index().Select(id => Shown(read[$"id-{id.Index}"].FrontMatter11!.Value.GetProperty("taskId"))));
        Assert.Equal(ids, ids.Index().Select(id => read[$"id-{id.Index}"].FrontMatter!.Value.GetProperty("id")[0].GetString()));
    }

    // One run of node for all reports.
    private static Task<IReadOnlyDictionary<string, SecondReading>> SecondAsync()
    {
        lock (Gate)
        {
            return _second ??= SecondReading.OfAsync("markdown", Reports);
        }
    }

    // A list as okstra writes it; a date of YAML 1.1 by its day.
    private static string Shown(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => $"[{string.Join(", ", value.EnumerateArray().Select(item => $"\"{item.GetString()}\""))}]",
        JsonValueKind.String => value.GetString()!.EndsWith("T00:00:00.000Z", StringComparison.Ordinal) ? value.GetString()![..10] : value.GetString()!,
        _ => value.GetRawText(),
    };

    private static IEnumerable<string> Lines(IEnumerable<ReadTable> tables) => tables.SelectMany(table => table.Rows.Select(row => $"{table.Section}: {JsonSerializer.Serialize(row)}"));
}
