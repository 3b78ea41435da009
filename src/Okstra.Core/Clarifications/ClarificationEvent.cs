using System.Text.Json.Serialization;

namespace Okstra.Core.Clarifications;

/// <summary>One line of a task's <c>clarifications.jsonl</c>: what was asked of the user in one of its runs, and what came of it.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(Asked), "asked")]
[JsonDerivedType(typeof(Answered), "answered")]
[JsonDerivedType(typeof(Obsolete), "obsolete")]
public abstract record ClarificationEvent
{
    private ClarificationEvent()
    {
    }

    /// <summary>UTC, ISO-8601 with seconds.</summary>
    public required string At { get; init; }

    /// <summary>The run whose report asks: <c>error-analysis-001</c>.</summary>
    public required string Run { get; init; }

    /// <summary><c>A1</c>, <c>Q1</c>, …</summary>
    public required string Row { get; init; }

    /// <summary>What was asked.</summary>
    public required string Text { get; init; }

    public sealed record Asked : ClarificationEvent;

    /// <param name="Answer">The user's words, or the path of the material.</param>
    /// <param name="Evidence">Where the answer can be seen.</param>
    public sealed record Answered(string Answer, string Evidence) : ClarificationEvent;

    /// <param name="Reason">Why nobody needs an answer any more.</param>
    public sealed record Obsolete(string Reason) : ClarificationEvent;
}
