namespace Okstra.Core.Reports;

/// <summary>Composes the report: tables from state, words from the report writer or, where it is silent, plain sentences about that state. Pure.</summary>
public static class ReportComposer
{
    public static ReportDocument Compose(ReportInputs inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        throw new NotSupportedException("composer follows");
    }
}
