using Okstra.Core.Projects;

namespace Okstra.Core.Tests.Projects;

public sealed class QaCommandGuessTests
{
    [Theory]
    [InlineData("package-lock.json", "npm test")]
    [InlineData("pnpm-lock.yaml", "pnpm test")]
    [InlineData("yarn.lock", "yarn test")]
    public void Node_scripts_run_with_the_package_manager_of_the_lock_file(string lockFile, string command) =>
        Assert.Contains(new QaCommand("test", command), Guess(("package.json", """{"scripts":{"test":"mocha"}}"""), (lockFile, "")));

    [Fact]
    public void Node_scripts_are_sorted_into_kinds() =>
        Assert.Equal(
            [new("lint", "npm run lint"), new("format", "npm run format:check"), new("typecheck", "npm run typecheck"), new("test", "npm test")],
            Guess(("package.json", """{"scripts":{"test":"vitest","lint":"eslint .","typecheck":"tsc","format:check":"prettier --check ."}}""")));

    [Fact]
    public void The_placeholder_test_script_of_npm_init_is_not_a_check() =>
        Assert.Empty(Guess(("package.json", """{"scripts":{"test":"echo \"Error: no test specified\" && exit 1"}}""")));

    [Fact]
    public void A_broken_package_json_proposes_nothing() => Assert.Empty(Guess(("package.json", "{ scripts: ")));

    [Fact]
    public void Python_tools_are_told_by_their_configuration() =>
        Assert.Equal(
            [new("lint", "ruff check ."), new("typecheck", "python -m mypy src"), new("test", "python -m pytest -q")],
            Guess(("pyproject.toml", "[tool.ruff]\n[tool.mypy]\n[tool.pytest.ini_options]\n"), ("src/pkg/a.py", "")));

    [Fact]
    public void Python_without_pytest_uses_unittest() =>
        Assert.Equal([new("test", "python -m unittest discover")], Guess(("setup.py", ""), ("tests/test_a.py", "")));

    [Theory]
    [InlineData("Cargo.toml", "cargo test")]
    [InlineData("go.mod", "go test ./...")]
    [InlineData("App.sln", "dotnet test")]
    [InlineData("pom.xml", "mvn -B -q test")]
    [InlineData("build.gradle.kts", "gradle --console=plain test")]
    [InlineData("Package.swift", "swift test")]
    public void Toolchains_bring_their_own_test_command(string file, string command) =>
        Assert.Contains(new QaCommand("test", command), Guess((file, "")));

    [Fact]
    public void A_build_wrapper_of_the_project_is_preferred()
    {
        Assert.Contains(new QaCommand("test", "./mvnw -B -q test"), Guess(("pom.xml", ""), ("mvnw", "")));
        Assert.Contains(new QaCommand("test", "./gradlew --console=plain test"), Guess(("build.gradle", ""), ("gradlew", "")));
    }

    [Fact]
    public void Ruby_and_php_use_their_bundlers()
    {
        Assert.Equal([new("lint", "bundle exec rubocop"), new("test", "bundle exec rspec")], Guess(("Gemfile", ""), (".rubocop.yml", ""), ("spec/a_spec.rb", "")));
        Assert.Equal([new("test", "vendor/bin/phpunit")], Guess(("composer.json", "{}"), ("phpunit.xml.dist", "")));
    }

    [Fact]
    public void Make_targets_fill_in_only_where_no_tool_speaks()
    {
        var makefile = ("Makefile", "VERSION := 1\nlint:\n\tgo vet\ntest: build\n\tgo test\n.PHONY: lint\n");

        Assert.Equal([new("lint", "make lint"), new("test", "make test")], Guess(makefile));
        Assert.DoesNotContain(new QaCommand("test", "make test"), Guess(makefile, ("go.mod", "")));
    }

    private static IReadOnlyList<QaCommand> Guess(params (string Path, string Text)[] files) =>
        QaCommandGuess.From([.. files.Select(file => file.Path)], path => files.FirstOrDefault(file => file.Path == path).Text);
}
