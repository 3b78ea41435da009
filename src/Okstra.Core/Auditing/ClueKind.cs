namespace Okstra.Core.Auditing;

/// <summary>Why a file came into question, strongest first.</summary>
public enum ClueKind
{
    Frame,
    Mention,
    Definition,
    Message,
    Use,
    Name,
    Word,
}
