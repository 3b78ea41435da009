namespace Okstra.Core.Text;

/// <summary>One line of a text.</summary>
/// <param name="Text">Without its ending.</param>
/// <param name="Ending"><c>\n</c>, <c>\r\n</c>, or nothing at the end of the text.</param>
public sealed record ExactLine(string Text, string Ending);
