namespace Okstra.Core.Validation;

/// <summary>Checks what a run wrote against what it says it did. Pure.</summary>
public static class ReportValidator
{
    public static ValidationDocument Validate(ValidationInputs inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        throw new NotSupportedException("rules follow");
    }
}
