using System.Text.RegularExpressions;
using Okstra.Core.Hosting;

namespace Okstra.Processes.Agents;

/// <summary>The user's own configuration of an agent CLI, as far as it names environment variables that hold keys.</summary>
/// <param name="FolderVariable">Moves the configuration folder when set: <c>CODEX_HOME</c>.</param>
/// <param name="Folder">Default folder below the home: <c>.codex</c>.</param>
/// <param name="File">Name of the file in it.</param>
/// <param name="Keys">Settings whose value is the name of a variable.</param>
public sealed record VendorConfig(string FolderVariable, string Folder, string File, IReadOnlyList<string> Keys)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>Absolute path of the file; it may not exist.</summary>
    public string PathFor(HostEnvironment host) => Path.Combine(FolderFor(host), File);

    /// <summary>Absolute path of the configuration folder.</summary>
    public string FolderFor(HostEnvironment host) =>
        host.Variables.GetValueOrDefault(FolderVariable) is { Length: > 0 } folder ? Path.GetFullPath(folder, host.CurrentDirectory) : Path.Combine(host.Home, Folder);

    // [model_providers.corp]
    // env_key = "CORP_MODEL_KEY"
    public IReadOnlyList<string> VariablesNamedIn(string text)
    {
        var pattern = $"(?:{string.Join('|', Keys.Select(Regex.Escape))})[ \t]*=[ \t]*[\"']([A-Za-z_][A-Za-z0-9_]*)[\"']";
        return [.. Regex.Matches(text, pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant, Patience).Select(match => match.Groups[1].Value).Distinct(StringComparer.Ordinal)];
    }
}
