using System.Reflection;

namespace Okstra.EndToEnd.Tests.Rig;

/// <summary>Folders of this repository.</summary>
internal static class Repository
{
    /// <summary>This test project.</summary>
    public static string Project { get; } = Metadata("ProjectDirectory");

    /// <summary>Everything these tests leave behind, outside the system's temporary folder: codex refuses a home there.</summary>
    public static string Root { get; } = Metadata("RepositoryRoot");

    public static string Artifacts { get; } = Path.Combine(Metadata("RepositoryRoot"), "artifacts", "e2e");

    private static string Metadata(string key) => typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(attribute => attribute.Key == key).Value!;
}
