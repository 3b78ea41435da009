using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;
using Okstra.Core.Problems;
using Okstra.Core.Text;

namespace Okstra.Core.Usage.Budgets;

/// <summary>One <c>--budget</c>: <c>run=2.50usd</c>, <c>task=500k</c>, <c>+1m</c>.</summary>
/// <param name="Scope">Null when it was not said: the run, or, when a run is resumed, whatever ran out.</param>
/// <param name="Adds">Comes on top of the cap instead of replacing it.</param>
/// <param name="Cap">One of its two numbers is set.</param>
public sealed partial record BudgetChange(BudgetScope? Scope, bool Adds, BudgetCap Cap)
{
    private const string Valid = "valid: [task|phase|run|worker=]<amount>, where an amount is tokens (500000, 500k, 2m) or US dollars (2.50usd, $2.50); okstra resume also takes +<amount>";

    private const decimal LargestTokens = 1_000_000_000_000_000m;
    private const decimal LargestUsd = 1_000_000_000m;

    public static bool TryParse(string text, bool mayAdd, [NotNullWhen(true)] out BudgetChange? change, [NotNullWhen(false)] out Problem? problem)
    {
        change = null;
        problem = Read(text.Trim(), mayAdd, ref change);
        return problem is null;
    }

    /// <summary>The settings after this change.</summary>
    /// <param name="settings">Before.</param>
    /// <param name="unsaid">Scope that an unsaid one stands for.</param>
    public BudgetSettings ApplyTo(BudgetSettings settings, BudgetScope unsaid)
    {
        var scope = Scope ?? unsaid;
        var old = settings.Of(scope) ?? new BudgetCap();
        return settings.With(scope, old with
        {
            Tokens = Cap.Tokens is { } tokens ? (Adds ? old.Tokens + tokens : tokens) : old.Tokens,
            Usd = Cap.Usd is { } usd ? (Adds ? old.Usd + usd : usd) : old.Usd,
        });
    }

    private static Problem? Read(string text, bool mayAdd, ref BudgetChange? change)
    {
        var match = Form().Match(text);
        var scope = match.Groups["scope"].Success ? BudgetScopes.Find(match.Groups["scope"].Value) : null;
        if (!match.Success || (match.Groups["scope"].Success && scope is null) || !decimal.TryParse(match.Groups["number"].Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
        {
            return new Problem("OKS0951", $"--budget '{SafeText.OneLine(text, 60)}' is no budget", Valid);
        }

        var adds = match.Groups["plus"].Success;
        if (adds && !mayAdd)
        {
            return new Problem("OKS0951", $"--budget '{text}' adds to a budget, and a new run has none yet", Valid);
        }

        var money = match.Groups["dollar"].Success || match.Groups["unit"].Value.StartsWith("usd", StringComparison.OrdinalIgnoreCase);
        var amount = number * Scale(match.Groups["scale"].Value);
        if (money && match.Groups["scale"].Success)
        {
            return new Problem("OKS0951", $"--budget '{text}' is no budget", Valid);
        }

        if (amount <= 0)
        {
            return new Problem("OKS0950", $"--budget '{text}' is a budget of 0, with which no worker could start", "give more than 0, or leave --budget out for none; --workers auditor costs nothing");
        }

        if (amount > (money ? LargestUsd : LargestTokens) || (!money && amount != decimal.Truncate(amount)))
        {
            return new Problem("OKS0951", $"--budget '{text}' is not an amount okstra can count", Valid);
        }

        change = new BudgetChange(scope, adds, money ? new BudgetCap { Usd = amount } : new BudgetCap { Tokens = (long)amount });
        return null;
    }

    private static decimal Scale(string letter) => letter.ToUpperInvariant() switch { "K" => 1_000m, "M" => 1_000_000m, "B" => 1_000_000_000m, _ => 1m };

    [GeneratedRegex(@"^((?<scope>[a-z]+)\s*=\s*)?(?<plus>\+)?(?<dollar>\$)?(?<number>[0-9]{1,18}(\.[0-9]{1,9})?)(?<scale>[kmbKMB])?\s*(?<unit>usd|USD|tokens?)?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Form();
}
