using System.Globalization;
using Okstra.Core.Problems;
using Okstra.Core.Worktrees;

namespace Okstra.Cli.Commands;

/// <summary>Value of <c>--stage</c>.</summary>
internal static class StageNumber
{
    /// <exception cref="UserErrorException">It is no stage number.</exception>
    public static int Parse(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var stage) && stage is >= 1 and <= StageGroups.HighestStage
        ? stage
        : throw new UserErrorException("OKS0745", $"'{text}' is not a stage number", $"stages are numbered from 1 to {StageGroups.HighestStage}");
}
