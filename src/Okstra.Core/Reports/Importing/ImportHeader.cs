using System.Globalization;
using System.Text.RegularExpressions;
using Okstra.Core.Convergence;
using Okstra.Core.Markdown;
using Okstra.Core.Tasks;
using Okstra.Core.Text;

namespace Okstra.Core.Reports.Importing;

/// <summary>Frontmatter, title, facts and warnings: what stands above section 0.</summary>
internal sealed partial class ImportHeader
{
    private readonly MarkdownDocument _document;
    private readonly ImportDefaults _defaults;
    private readonly ImportProblems _problems;
    private readonly HeaderFacts _facts;
    private readonly IReadOnlyList<string> _quotes;

    public ImportHeader(MarkdownDocument document, ImportDefaults defaults, ImportProblems problems)
    {
        (_document, _defaults, _problems) = (document, defaults, problems);
        var top = document.Sections.TakeWhile(section => section.Level < 2).ToList();
        _facts = new HeaderFacts(top.SelectMany(section => section.Items));
        _quotes = [.. top.SelectMany(section => section.Blocks.OfType<MarkdownQuote>()).Select(quote => quote.Raw)];
        Title = top.Find(section => section.Level == 1)?.Title ?? "";
        if (top.TrueForAll(section => section.Level != 1))
        {
            problems.Add("OKS0841", 1, 1, "the report has no title", "begin it with '# ' and a title, below the frontmatter");
        }

        Identity = ReadIdentity();
    }

    public string Title { get; }

    /// <summary>Null when the report does not say which run it is of, and nobody else does.</summary>
    public ReportIdentity? Identity { get; }

    public string Author => _facts.Words("meta.author") ?? _defaults.Author;

    public string GeneratedAt => _facts.Words("meta.generated") ?? _defaults.GeneratedAt;

    public ReportMode Mode => _facts.Raw("meta.mode") is { } mode && Wording.Is(mode, "mode.deterministic") ? ReportMode.Deterministic : ReportMode.Agents;

    public string? BaseSha => _facts.Raw("meta.base") is null ? _defaults.BaseSha : _facts.Value("meta.base");

    public string? HeadSha => _facts.Raw("meta.inspected") is null ? _defaults.HeadSha : _facts.Value("meta.inspected");

    public int? Stage => _facts.Value("meta.stage") is { } text
        ? int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var stage) ? stage : Wrong<int>("meta.stage", text)
        : _defaults.Stage;

    public string? Scope => _facts.Value("meta.scope") ?? _defaults.VerificationScope;

    public MarkdownItem? Fact(string key) => _facts.Item(key);

    public ReportLanguage Language
    {
        get
        {
            var titles = _document.Sections.Where(section => section.Level >= 2).Select(section => Wording.Normal(section.Title)).ToHashSet(StringComparer.Ordinal);
            int Only(int language) => Wording.Languages[language].Keys
                .Where(key => key.StartsWith("heading.", StringComparison.Ordinal) && Wording.Languages[0][key] != Wording.Languages[1][key])
                .Count(key => titles.Contains(Wording.Normal(Wording.Languages[language][key])));
            var (korean, english) = (Only(0), Only(1));
            return korean == english ? _defaults.Language ?? ReportLanguage.English : korean > english ? ReportLanguage.Korean : ReportLanguage.English;
        }
    }

    /// <summary>How the findings were grouped; null when the report says nothing about it.</summary>
    public GroupingOutcome? Grouping => Quoted("warning.grouping") is { } reason ? GroupingOutcome.Fallback(MarkdownRow.Plain(reason, inTable: false)) : null;

    public ReportHeader Header()
    {
        var worktree = _facts.Raw("meta.worktree") is { } raw ? HeaderFacts.Said(raw) : null;
        var noted = worktree is null ? null : Noted().Match(worktree);
        var workers = _facts.Words("meta.workers") is { } usable && Listed().Match(usable) is { Success: true } listed ? List(listed.Groups["items"].Value) : [];
        var key = Identity?.TaskKey ?? default;
        return new ReportHeader
        {
            ProjectId = _facts.Value("meta.project") ?? Front("projectId") ?? key.Project,
            TaskGroup = Front("taskGroup") ?? key.Group,
            TaskId = Front("taskId") ?? key.Task,
            TaskDate = Front("date") ?? (_document.FrontMatter.Count == 0 ? _defaults.TaskDate : ""),
            WorktreeStatus = worktree is null ? _defaults.WorktreeStatus : noted is { Success: true } ? noted.Groups["status"].Value : worktree,
            WorktreeNote = worktree is null ? _defaults.WorktreeNote : noted is { Success: true } ? noted.Groups["note"].Value : null,
            UsableWorkers = workers,
            Vendors = _facts.Words("meta.vendors") is { } vendors ? List(vendors) : [],
            ReducedConfidence = Quoted("warning.reduced") is not null || Quoted("warning.reduced.some") is not null,
            UncommittedFiles = Quoted("warning.dirty") is { } files && Digits().Match(files) is { Success: true } match && int.TryParse(match.Value, CultureInfo.InvariantCulture, out var count) ? count : 0,
            InspectedFiles = new Dictionary<string, string>(StringComparer.Ordinal),
        };
    }

    // policy=evidence effectiveMaxRounds=2 verificationMode=lightweight grouping=lead
    public ConvergenceConfig Convergence(bool hasHistory)
    {
        var known = _defaults.Convergence ?? new ConvergenceConfig { Enabled = hasHistory, RequestedMaxRounds = null, EffectiveMaxRounds = 1, VerificationMode = "lightweight", Policy = ConvergencePolicy.Evidence };
        if (_facts.Value("meta.policy") is not { } text || Wording.Normal(text) == "disabled")
        {
            return known with { Enabled = hasHistory };
        }

        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word.Split('=', 2)).Where(pair => pair.Length == 2).DistinctBy(pair => pair[0], StringComparer.Ordinal).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
        return known with
        {
            Enabled = true,
            Policy = Enum.GetValues<ConvergencePolicy>().Where(policy => policy.Token() == words.GetValueOrDefault("policy")).DefaultIfEmpty(known.Policy).First(),
            EffectiveMaxRounds = int.TryParse(words.GetValueOrDefault("effectiveMaxRounds"), NumberStyles.None, CultureInfo.InvariantCulture, out var rounds) ? rounds : known.EffectiveMaxRounds,
            VerificationMode = words.GetValueOrDefault("verificationMode") ?? known.VerificationMode,
            Grouping = words.GetValueOrDefault("grouping") == "lead" ? GroupingMode.Lead : GroupingMode.Rules,
        };
    }

    private ReportIdentity? ReadIdentity()
    {
        var expected = _defaults.Identity;
        var type = expected?.TaskType;
        if (_facts.Value("meta.taskType") is { } token)
        {
            if (!TaskTypes.TryParse(token, out var said, out _) || (type is { } wanted && said != wanted))
            {
                Differs("meta.taskType", token, type is { } run ? run.Token() : $"one of {string.Join(", ", TaskTypes.All.Select(TaskTypes.Token))}");
            }
            else
            {
                type = said;
            }
        }

        var key = expected?.TaskKey;
        if ((_facts.Value("meta.task") ?? Front("taskKey")) is { } text)
        {
            if (!TaskKey.TryParse(text, null, out var said, out _) || (key is { } wanted && said.ToString() != wanted.ToString()))
            {
                Differs("meta.task", text, key?.ToString() ?? "<project>:<group>:<task>");
            }
            else
            {
                key = said;
            }
        }

        var seq = _facts.Value("meta.run") ?? expected?.Seq;
        if (expected is not null && seq != expected.Seq)
        {
            Differs("meta.run", seq ?? "", expected.Seq);
        }

        if (type is { } known && key is { } task && seq is not null)
        {
            return new ReportIdentity(task, known, seq);
        }

        if (!_problems.Blocking)
        {
            _problems.Add("OKS0841", 1, 1, "the header does not say which run the report is of", "add the lines '- Task: …', '- Task type: …' and '- Run: …' below the title");
        }

        return null;
    }

    private void Differs(string key, string said, string valid)
    {
        var (line, column) = _facts.Item(key) is { } item ? (item.Line, item.Column) : (1, 1);
        _problems.Add("OKS0841", line, column, $"the header says {Wording.Languages[1][key]} '{said}', which is not {valid}", $"write '- {Wording.Languages[1][key]}: {valid}', or name the report of that run");
    }

    private T? Wrong<T>(string key, string text)
        where T : struct
    {
        Differs(key, text, "a number");
        return null;
    }

    private string? Front(string key) => _document.FrontMatter.FirstOrDefault(entry => string.Equals(entry.Key, key, StringComparison.OrdinalIgnoreCase)) is { } entry
        ? entry.Value == Profiles.FrontMatter.NoClassification ? "" : entry.Value
        : null;

    private string? Quoted(string key) => _quotes.Select(quote => Wording.Value(quote, key)).FirstOrDefault(value => value is not null);

    private static IReadOnlyList<string> List(string text) => Wording.Is(text, "value.none") ? [] : [.. text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    [GeneratedRegex(@"^(?<status>[^(]*?) \((?<note>.*\S.*)\)$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Noted();

    [GeneratedRegex(@"^[0-9]+ \((?<items>.*)\)$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Listed();

    [GeneratedRegex("[0-9]+", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Digits();
}
