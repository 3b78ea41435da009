using System.Reflection;

namespace Okstra.Pages.Tests.Support;

/// <summary>Folders of this test project.</summary>
internal static class Folders
{
    /// <summary>Its sources.</summary>
    public static string Project { get; } = Metadata("ProjectDirectory");

    /// <summary>What it leaves behind.</summary>
    public static string Artifacts { get; } = Path.Combine(Metadata("RepositoryRoot"), "artifacts", "pages");

    private static string Metadata(string key) => typeof(Folders).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(attribute => attribute.Key == key).Value!;
}
