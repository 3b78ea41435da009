using System.CommandLine;
using Okstra.Core.Limits;
using Okstra.Core.Problems;
using Okstra.Core.Usage.Budgets;
using Okstra.Engine.Pipeline;

namespace Okstra.Cli.Commands;

/// <summary>The terms <c>run</c> and <c>resume</c> carry a run out on: time of a worker, budgets, limits of vendors.</summary>
internal sealed class RunTerms
{
    private static readonly (string Token, LimitMode Mode)[] Modes = [("wait", LimitMode.Wait), ("reroute", LimitMode.Reroute), ("skip", LimitMode.Skip)];

    private readonly Option<int?> _timeout = RunCommand.WorkerTimeout();
    private readonly Option<string?> _onLimit = new("--on-limit") { Description = "At a vendor's rate or usage limit: wait (default), reroute the role to another vendor, or skip the worker." };
    private readonly Option<string?> _maxWait = new("--max-wait") { Description = "Longest waiting of one worker for limits, e.g. 90m, 8h; default 12h. Then the run pauses." };
    private readonly Option<string?> _atBudget = new("--at-budget") { Description = "When a budget is used up, workers that run finish (default) or stop." };

    /// <summary>Repeatable.</summary>
    public Option<string[]> Budget { get; } = new("--budget") { Description = "A cap: [task|phase|run|worker=]<tokens or dollars>, e.g. 500k, run=2.50usd. Repeatable; resume also takes +<amount>." };

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _timeout, Budget, _atBudget, _onLimit, _maxWait })
        {
            command.Options.Add(option);
        }
    }

    /// <exception cref="UserErrorException">A value that is none.</exception>
    public RunOptions Read(ParseResult parsed, string verb) => new()
    {
        Verb = verb,
        WorkerBudget = RunCommand.Budget(parsed.GetValue(_timeout)),
        OnLimit = Mode(parsed.GetValue(_onLimit)),
        MaxWait = Wait(parsed.GetValue(_maxWait)),
        StopAtBudget = Stops(parsed.GetValue(_atBudget)),
    };

    public IReadOnlyList<string> Budgets(ParseResult parsed) => parsed.GetValue(Budget) ?? [];

    /// <exception cref="UserErrorException">A budget that is none.</exception>
    public IReadOnlyList<BudgetChange> Changes(ParseResult parsed) =>
        [.. Budgets(parsed).Select(text => BudgetChange.TryParse(text, mayAdd: true, out var change, out var problem) ? change : throw new UserErrorException(problem))];

    private static LimitMode? Mode(string? text) => text is null
        ? null
        : Array.Exists(Modes, mode => mode.Token == text)
            ? Array.Find(Modes, mode => mode.Token == text).Mode
            : throw new UserErrorException("OKS0958", $"--on-limit '{text}' is unknown", "valid: wait, reroute, skip");

    private static bool Stops(string? text) => text switch
    {
        null or "finish" => false,
        "stop" => true,
        _ => throw new UserErrorException("OKS0959", $"--at-budget '{text}' is unknown", "valid: finish, stop"),
    };

    // 90s, 45m, 8h, 2d
    private static TimeSpan? Wait(string? text)
    {
        if (text is null)
        {
            return null;
        }

        var scale = text.Length > 0 ? text[^1] switch { 's' => 1, 'm' => 60, 'h' => 3600, 'd' => 86_400, _ => 0 } : 0;
        return scale > 0 && int.TryParse(text[..^1], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) && (long)number * scale <= 30 * 86_400
            ? TimeSpan.FromSeconds((long)number * scale)
            : throw new UserErrorException("OKS0960", $"--max-wait '{text}' is no time", "valid: a whole number with s, m, h or d, at most 30d; 0s never waits");
    }
}
