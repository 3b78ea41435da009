using Okstra.Core.Findings;

namespace Okstra.Core.Auditing;

/// <summary>Chooses the place in a candidate file.</summary>
public static class CandidatePlace
{
    /// <summary>Clues this close to each other speak for one place.</summary>
    private const int Neighbourhood = 10;

    /// <summary>Null when the file offers nothing that can be cited.</summary>
    public static LocatedCandidate? Locate(Candidate candidate, string text, BriefSignals signals)
    {
        var lines = text.Split('\n');
        var line = Line(candidate, lines, signals);
        var region = SourceRegion.Around(lines, line);
        var citations = new List<Citation.File>();
        if (QuotePicker.At(candidate.Path, lines, line) is { } place)
        {
            citations.Add(place);
        }

        if ((citations.Count == 0 || region.HeaderLine < citations[0].StartLine) && region.Name.Length > 0 && QuotePicker.At(candidate.Path, lines, region.HeaderLine) is { } header)
        {
            citations.Add(header);
        }

        return citations.Count == 0 ? null : new LocatedCandidate(candidate, citations[0].StartLine, region, citations);
    }

    private static int Line(Candidate candidate, string[] lines, BriefSignals signals)
    {
        if (candidate.Clues.Where(clue => clue.Kind == ClueKind.Frame).MaxBy(clue => clue.Weight) is { } leading)
        {
            var frame = signals.Frames.FirstOrDefault(frame => frame.Line == leading.Line && frame.Symbol == leading.Text);
            return FramePlace.Correct(lines, leading.Line, leading.Text, frame?.SourceText ?? "");
        }

        var placed = candidate.Clues.Where(clue => clue.Line is not null).ToList();
        if (placed.Count == 0)
        {
            var opening = Array.FindIndex(lines, text => BlockHeader.Name(text) is not null);
            return opening < 0 ? 1 : opening + 1;
        }

        return placed
            .MaxBy(clue => placed.Where(other => Math.Abs(other.Line!.Value - clue.Line!.Value) <= Neighbourhood).Sum(other => other.Weight) + (clue.Weight * 2))!
            .Line!.Value;
    }
}
