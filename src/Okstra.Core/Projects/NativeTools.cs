namespace Okstra.Core.Projects;

/// <summary>Toolchains that bring their own checks: cargo, go, dotnet, swift, mix.</summary>
internal static class NativeTools
{
    public static IEnumerable<QaCommand> Guess(RepositoryFiles files)
    {
        if (files.Has("Cargo.toml"))
        {
            yield return new QaCommand("lint", "cargo clippy --all-targets");
            yield return new QaCommand("format", "cargo fmt --check");
            yield return new QaCommand("test", files.Says("Cargo.toml", "[workspace]") ? "cargo test --workspace" : "cargo test");
        }

        if (files.Has("go.mod"))
        {
            yield return files.HasAny(".golangci.yml", ".golangci.yaml", ".golangci.toml")
                ? new QaCommand("lint", "golangci-lint run")
                : new QaCommand("lint", "go vet ./...");
            yield return new QaCommand("test", "go test ./...");
        }

        if (files.HasRootSuffix(".slnx") || files.HasRootSuffix(".sln") || files.HasSuffix(".csproj") || files.HasSuffix(".fsproj"))
        {
            yield return new QaCommand("format", "dotnet format --verify-no-changes");
            yield return new QaCommand("test", "dotnet test");
        }

        if (files.Has("Package.swift"))
        {
            yield return new QaCommand("test", "swift test");
        }

        if (files.Has("mix.exs"))
        {
            yield return new QaCommand("format", "mix format --check-formatted");
            yield return new QaCommand("test", "mix test");
        }
    }
}
