using System.Globalization;
using System.Text.RegularExpressions;
using Okstra.Core.Findings;

namespace Okstra.Core.Reports.Importing;

/// <summary>Turns the short text of a citation's place back into the citation; <see cref="FindingPlaces"/> makes it.</summary>
internal static partial class EvidencePlaces
{
    public static Evidence Read(string? kind, string place, string quote, CitationVerdict check, string worker, string? note)
    {
        var cited = new Evidence { Kind = kind ?? Guess(place), Quote = quote, Check = check, Worker = worker, Note = note };
        return cited.Kind switch
        {
            "file" when File().Match(place) is { Success: true } file => cited with { Path = file.Groups["path"].Value, StartLine = Number(file.Groups["start"]), EndLine = Number(file.Groups["end"]) ?? Number(file.Groups["start"]) },
            "file" => cited with { Path = place },
            "commit" => cited with { Sha = place },
            "command" when Command().Match(place) is { Success: true } command => cited with
            {
                Argv = command.Groups["argv"].Value.Split(' '),
                ExitCode = Number(command.Groups["exit"]),
            },
            "command" => cited with { Argv = place.Split(' ') },
            _ => Table().Match(place) is { Success: true } table
                ? cited with { Server = table.Groups["server"].Value, Table = table.Groups["table"].Value, Select = table.Groups["select"].Value }
                : cited with { Server = place },
        };
    }

    // The report shows no kind beside the citations of votes.
    private static string Guess(string place) => Command().IsMatch(place) ? "command" : Lines().IsMatch(place) ? "file" : Select().IsMatch(place) ? "mcp" : "commit";

    private static int? Number(Group group) => group.Success && int.TryParse(group.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    // src/a.cs:12-14
    [GeneratedRegex(@"^(?<path>.*):(?<start>[0-9]*)(-(?<end>[0-9]+))?$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex File();

    [GeneratedRegex(@"^[^ ].*:[0-9]{1,9}(-[0-9]{1,9})?$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Lines();

    // dotnet test (exit 1)
    [GeneratedRegex(@"^(?<argv>.*?) ?\(exit (?<exit>-?[0-9]*)\)$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Command();

    // shop.orders: select 1
    [GeneratedRegex(@"^(?<server>[^.]*)\.(?<table>[^:]*):( (?<select>.*))?$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Table();

    [GeneratedRegex(@"^[^. ]+\.[^: ]+: ", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Select();
}
