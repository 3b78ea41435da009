using Okstra.Core.Convergence;
using Okstra.Core.Tasks;

namespace Okstra.Core.Tests.Convergence;

internal static class Documents
{
    public static ConvergenceDocument Of(ConvergenceState state) =>
        ConvergenceDocuments.Compose(state, "p:g:t", TaskType.ErrorAnalysis, "001", new Dictionary<string, string>(StringComparer.Ordinal), []);
}
