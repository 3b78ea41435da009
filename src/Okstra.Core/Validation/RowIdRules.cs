using Okstra.Core.Convergence;
using Okstra.Core.Reports;

namespace Okstra.Core.Validation;

/// <summary>Ids of rows: well formed, of their table, once; and whatever refers to one finds it.</summary>
internal static class RowIdRules
{
    public static void Check(ReportDocument report, string file, Verdicts verdicts)
    {
        var rows = RowPlaces.Of(report);
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            if (!RowIds.IsRowId(row.Id))
            {
                verdicts.Add(Rules.RowIdUnique, $"'{row.Id}' is not a row id", file, $"{row.Pointer}/id");
            }
            else if (!row.HasPrefix)
            {
                verdicts.Add(Rules.IdPrefix, $"'{row.Id}' is not an id of this table, whose ids begin with {row.Prefix}", file, $"{row.Pointer}/id");
            }

            if (!known.Add(row.Id))
            {
                verdicts.Add(Rules.RowIdUnique, $"row id {row.Id} occurs {rows.Count(other => other.Id == row.Id)} times", file, $"{row.Pointer}/id");
            }
        }

        void Resolve(IReadOnlyList<string> references, string pointer, bool sections)
        {
            for (var index = 0; index < references.Count; index++)
            {
                if (!known.Contains(references[index]) && !(sections && RowIds.IsSection(references[index])))
                {
                    verdicts.Add(Rules.RowIdResolves, $"'{references[index]}' names no row of this report", file, $"{pointer}/{index}");
                }
            }
        }

        Resolve(report.FinalVerdict.BasisIds, "/finalVerdict/basisIds", sections: true);
        Resolve(report.ConsensusIds, "/consensusIds", sections: false);
        Resolve(report.DifferenceIds, "/differenceIds", sections: false);
        for (var row = 0; row < report.TicketCoverage.Count; row++)
        {
            Resolve(report.TicketCoverage[row].RelatedIds, $"/ticketCoverage/{row}/relatedIds", sections: true);
        }

        var shown = report.ConsensusIds.Concat(report.DifferenceIds).ToHashSet(StringComparer.Ordinal);
        for (var index = 0; index < report.Findings.Count; index++)
        {
            if (!shown.Contains(report.Findings[index].Id))
            {
                verdicts.Add(Rules.Categories, $"{report.Findings[index].Id} ({report.Findings[index].Classification.Token()}) is shown neither under consensus nor under differences", file, $"/findings/{index}");
            }
        }
    }
}
