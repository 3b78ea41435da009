namespace Okstra.Core.Planning;

/// <summary>The five checks of the self-review, in their order (R-PHS-036).</summary>
public enum PlanCheckKind
{
    Coverage,
    Placeholder,
    Consistency,
    Ambiguity,
    Scope,
}
