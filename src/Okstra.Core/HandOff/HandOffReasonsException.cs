namespace Okstra.Core.HandOff;

/// <summary>Carries every single reason of a refusal beside the one sentence that people read.</summary>
public sealed class HandOffReasonsException(IReadOnlyList<string> reasons) : Exception(string.Join("; ", reasons))
{
    public IReadOnlyList<string> Reasons { get; } = reasons;
}
