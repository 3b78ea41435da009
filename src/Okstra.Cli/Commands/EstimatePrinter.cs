using Okstra.Cli.Output;
using Okstra.Cli.Running;
using Okstra.Core.Usage.Budgets;
using Okstra.Engine;
using Okstra.Engine.Preparation;
using Okstra.Engine.Spending;
using Okstra.Engine.Workers;
using Spectre.Console;

namespace Okstra.Cli.Commands;

/// <summary><c>okstra run … --estimate</c>: what the run may use, and whether its budgets allow that; nobody is dispatched and nothing is written.</summary>
internal static class EstimatePrinter
{
    public static async Task<int> PrintAsync(RunServices services, PrepareRequest request, CliContext context, bool json, CancellationToken cancellationToken)
    {
        var (estimate, budgets) = await new RunEstimating(services).EstimateAsync(request, WorkerChoice.Available(services, request.Workers), cancellationToken);
        var answer = EstimateAnswer.Of(estimate, budgets);
        if (json)
        {
            JsonAnswer.Write(context.Out, answer, CliJson.Default.EstimateAnswer);
            return ExitCodes.Ok;
        }

        var table = new Table().Border(TableBorder.Rounded).AddColumns("Worker", "Model", "Earlier runs", "p50", "p90");
        foreach (var line in answer.Workers)
        {
            table.AddRow(Markup.Escape(TerminalText.Clean(line.Worker)), Markup.Escape(TerminalText.Clean(line.Model)), $"{line.EarlierRuns}", Cell(line.Median), Cell(line.P90));
        }

        Consoles.For(context.Out, context.OutputIsTerminal, context).Write(table);
        context.Out.WriteLine(Total(answer));
        foreach (var budget in answer.Budgets)
        {
            context.Out.WriteLine($"{budget.Scope} budget {Cell(new AmountLine(budget.Tokens, budget.Usd))}: {budget.Verdict}");
        }

        return ExitCodes.Ok;
    }

    private static string Total(EstimateAnswer answer) => answer switch
    {
        { Workers.Count: 0 } => "estimate: nothing, no worker of this run asks a model",
        { Median: null } => $"estimate: unknown; it takes {UsageEstimate.FewestSamples} earlier runs of this type in this project",
        { TotalIsSum: true } => $"estimate: p50 {Cell(answer.Median)}, p90 at most {Cell(answer.P90)} (the workers' own, added up)",
        _ => $"estimate: p50 {Cell(answer.Median)}, p90 {Cell(answer.P90)}",
    };

    private static string Cell(AmountLine? amount) => amount is null
        ? "unknown"
        : string.Join(", ", new[] { amount.Tokens is { } tokens ? $"{SpendingWords.Tokens(tokens)} tokens" : null, amount.Usd is { } usd ? SpendingWords.Money(usd) : null }.OfType<string>());
}
