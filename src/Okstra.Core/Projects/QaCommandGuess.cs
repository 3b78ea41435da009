namespace Okstra.Core.Projects;

/// <summary>Quality gates a repository seems to have, told by its files; proposals only, nothing here makes them runnable.</summary>
public static class QaCommandGuess
{
    public static IReadOnlyList<string> Kinds { get; } = ["lint", "format", "typecheck", "test"];

    /// <summary>At most one command for each kind and tool, in the order of <see cref="Kinds"/>.</summary>
    /// <param name="paths">Every file, relative, separated by <c>/</c>.</param>
    /// <param name="readText">Text of a file; null when it cannot be read.</param>
    public static IReadOnlyList<QaCommand> From(IReadOnlyCollection<string> paths, Func<string, string?> readText)
    {
        var files = new RepositoryFiles(paths, readText);
        IEnumerable<QaCommand> guesses =
        [
            .. NodeScripts.Guess(files),
            .. PythonTools.Guess(files),
            .. NativeTools.Guess(files),
            .. JvmTools.Guess(files),
            .. ScriptingTools.Guess(files),
        ];
        var found = guesses.ToList();

        // A make target is only worth proposing where no tool of its own speaks for that kind.
        found.AddRange(MakeTargets.Guess(files).Where(target => found.All(guess => guess.Kind != target.Kind)));

        return [.. found.Distinct().OrderBy(guess => Array.IndexOf([.. Kinds], guess.Kind))];
    }
}
