namespace Okstra.Core.FollowUps;

/// <summary>A row of section 7 as it stands in a Markdown report; nothing is checked yet.</summary>
/// <param name="Number">From 1, in the order of the table.</param>
/// <param name="Cells">Texts by column key of the report: <c>id</c>, <c>origin</c>, <c>newTaskId</c>, …</param>
/// <param name="Count">How many cells it has.</param>
public sealed record FollowUpLine(int Number, IReadOnlyDictionary<string, string> Cells, int Count)
{
    public string Id => this["id"];

    public string this[string column] => Cells.GetValueOrDefault(column, "");
}
