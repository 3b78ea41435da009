using System.Reflection;

namespace Okstra.Testing;

/// <summary>Programs of this solution as the build left them.</summary>
public static class BuiltProgram
{
    /// <summary>The okstra executable of the configuration the tests were built in.</summary>
    public static string Okstra => Of("Okstra.Cli", "okstra");

    /// <summary>An executable under <c>artifacts/bin</c>.</summary>
    public static string Of(string project, string assembly) =>
        Path.Combine(Metadata("RepositoryRoot"), "artifacts", "bin", project, Metadata("Configuration").ToLowerInvariant(), assembly);

    /// <summary>A file of the repository, by its path from the root.</summary>
    public static string Source(string path) => Path.Combine(Metadata("RepositoryRoot"), path);

    private static string Metadata(string key) => typeof(BuiltProgram).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .First(attribute => attribute.Key == key).Value!;
}
