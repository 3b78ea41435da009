namespace Okstra.Core.Auditing;

/// <summary>Clues gathered for each file.</summary>
internal sealed class ScoreBoard
{
    private readonly Dictionary<string, List<Clue>> _files = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, List<Clue>> Files => _files;

    public void Add(string path, Clue clue)
    {
        if (!_files.TryGetValue(path, out var clues))
        {
            _files[path] = clues = [];
        }

        clues.Add(clue);
    }

    /// <summary>1 for a text in one file, falling slowly: what stands everywhere tells nothing.</summary>
    public static double Rarity(int files) => files <= 0 ? 0 : 1 / (1 + Math.Log(files));
}
