using System.Security.Cryptography;
using System.Text;
using Okstra.Core.Reports;
using Okstra.Core.Tasks;

namespace Okstra.Core.Validation;

/// <summary>Checks what a run wrote against what it says it did. Pure.</summary>
public static class ReportValidator
{
    public static ValidationDocument Validate(ValidationInputs inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        var verdicts = new Verdicts();
        ArtifactRules.Check(inputs, verdicts);
        if (inputs.Convergence is { } convergence)
        {
            ConsistencyRules.Check(convergence, inputs, verdicts);
        }

        if (!ReportText.TryRead(inputs.ReportData.Text, out var report, out var problem, out var pointer))
        {
            verdicts.Add(Rules.DataSchema, problem.Message, inputs.ReportData.Path, pointer);
        }
        else
        {
            DataRules.Check(report, inputs, verdicts);
            MarkdownRules.Check(report, inputs, verdicts);
            HtmlRules.Check(inputs, verdicts);
            SessionRules.Check(report, inputs, verdicts);
            if (inputs.Convergence is { } state)
            {
                StateRules.Check(report, state, inputs, verdicts);
                ProvenanceRules.Check(report, inputs, verdicts);
            }
        }

        return new ValidationDocument
        {
            TaskKey = inputs.TaskKey.ToString(),
            TaskType = inputs.TaskType.Token(),
            Seq = inputs.Seq,
            Ok = verdicts.Failures.Count == 0,
            Failures = verdicts.Failures,
            Warnings = verdicts.Warnings,
            Inputs = new[] { inputs.ReportData, inputs.Markdown, inputs.Html }
                .Where(file => file.Text is not null)
                .ToDictionary(file => file.Path, file => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(file.Text!))), StringComparer.Ordinal),
        };
    }
}
