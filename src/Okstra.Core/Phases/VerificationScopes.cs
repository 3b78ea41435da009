using Okstra.Core.HandOff;
using Okstra.Core.Problems;
using Okstra.Core.Text;

namespace Okstra.Core.Phases;

/// <summary>What a final verification looks at (R-CON-62, R-OPN-72).</summary>
public static class VerificationScopes
{
    /// <summary>The scope asked for; naming a stage without one means that stage.</summary>
    /// <exception cref="UserErrorException">Unknown, or a stage is named for the whole task.</exception>
    public static string Resolve(string? scope, string? stage) => (scope?.Trim(), stage) switch
    {
        (null or "", null) => VerificationVerdict.WholeTask,
        (null or "" or VerificationVerdict.SingleStage, _) => VerificationVerdict.SingleStage,
        (VerificationVerdict.WholeTask, null) => VerificationVerdict.WholeTask,
        (VerificationVerdict.WholeTask, _) => throw new UserErrorException("OKS0758", $"--stage {SafeText.OneLine(stage!, 20)} and --verification-scope {VerificationVerdict.WholeTask} contradict one another", $"leave --stage out, or take --verification-scope {VerificationVerdict.SingleStage}"),
        _ => throw new UserErrorException("OKS0757", $"unknown verification scope '{SafeText.OneLine(scope!, 80)}'", $"valid scopes: {VerificationVerdict.WholeTask}, {VerificationVerdict.SingleStage}"),
    };
}
