using FsCheck;
using FsCheck.Fluent;
using Okstra.Core.Auditing;
using Okstra.Core.Convergence;

namespace Okstra.Core.Tests.Convergence;

/// <summary>Words an agent puts behind a confirmed command: selectors of known runners pass, everything else is refused.</summary>
public sealed class SettlementSelectorTests
{
    private static readonly HashSet<string> Tree = new(StringComparer.Ordinal) { "tests", "tests/test_cart.py", "src", "src/cart.test.ts", "spec/cart_spec.rb", "internal/cart", "-p", "Makefile", "tests/@x" };

    [Theory]
    [InlineData("dotnet test", "--filter", "FullyQualifiedName~Shop.CartTests.Total|Name=x")]
    [InlineData("dotnet test -c Release Shop.slnx", "--filter=CartTests")]
    [InlineData("pytest -q", "-k", "total and not empty")]
    [InlineData("python3 -m pytest", "tests/test_cart.py::TestCart::test_total[2-3]")]
    [InlineData("uv run pytest", "tests/", "-k", "total")]
    [InlineData(".venv/bin/pytest", "./tests/test_cart.py")]
    [InlineData("python -m unittest", "tests.test_cart.CartTests")]
    [InlineData("go test ./...", "-run", "^TestTotal$/sub_case")]
    [InlineData("go test", "-run=TestTotal", "./internal/cart")]
    [InlineData("cargo test --workspace", "cart::tests::total")]
    [InlineData("npm test", "--", "-t", "total of a cart")]
    [InlineData("npm run test:unit -- --ci", "src/cart.test.ts")]
    [InlineData("yarn test", "--", "--grep=total")]
    [InlineData("pnpm test", "-t", "total")]
    [InlineData("npx jest", "src/cart.test.ts", "-t", "total")]
    [InlineData("pnpm vitest run", "src/cart.test.ts")]
    [InlineData("node --test", "--test-name-pattern=total")]
    [InlineData("mocha", "-g", "total")]
    [InlineData("./mvnw -q test", "-Dtest=CartTest#total")]
    [InlineData("./gradlew :shop:test", "--tests", "shop.CartTest.total")]
    [InlineData("bundle exec rspec", "spec/cart_spec.rb:12")]
    [InlineData("vendor/bin/phpunit", "--filter", "testTotal")]
    [InlineData("ctest --test-dir build", "-R", "^cart_")]
    [InlineData("pytest", "-k", "합계")]
    public void Selector_of_a_known_runner_passes(string declared, params string[] words) => Assert.Null(Refuse(declared, words));

    [Theory]
    [InlineData("pytest", "-p", "evil")]
    [InlineData("pytest", "--reporter=/x")]
    [InlineData("pytest", "--rootdir", "src")]
    [InlineData("pytest", "-ktotal")]
    [InlineData("pytest", "-k")]
    [InlineData("pytest", "-k", "--collect-only")]
    [InlineData("pytest", "-k", "/etc")]
    [InlineData("pytest", ";rm")]
    [InlineData("pytest", "-k", ";rm")]
    [InlineData("pytest", "../tests")]
    [InlineData("pytest", "tests/../../x")]
    [InlineData("pytest", "/tests/test_cart.py")]
    [InlineData("pytest", "tests/other.py")]
    [InlineData("pytest", "tests/test_cart.py:x")]
    [InlineData("pytest", "tests/test_cart.py::")]
    [InlineData("pytest", "tests/test_cart.py::a;b")]
    [InlineData("pytest", ":")]
    [InlineData("pytest", "@tests/test_cart.py")]
    [InlineData("pytest", "-p=tests")]
    [InlineData("pytest", "")]
    [InlineData("pytest", "-k", "$(touch x)")]
    [InlineData("pytest", "-k", "`touch x`")]
    [InlineData("pytest", "-k", "a\nb")]
    [InlineData("pytest", "-k", "a\\b")]
    [InlineData("pytest", "-k", "'a'")]
    [InlineData("pytest", "-k", "\"a\"")]
    [InlineData("pytest", "--", "tests")]
    [InlineData("pytest", "-k", "a", "-k", "b", "tests")]
    [InlineData("dotnet test", "--filter=--x")]
    [InlineData("dotnet test", "--filter", "--logger:x")]
    [InlineData("dotnet test", "--logger", "trx")]
    [InlineData("dotnet test", "--filter", "a..b")]
    [InlineData("dotnet test", "-p:Evil=1")]
    [InlineData("dotnet test", "@file.rsp")]
    [InlineData("dotnet test", "src")]
    [InlineData("dotnet test", "--", "RunConfiguration.X=1")]
    [InlineData("go test ./...", "-exec", "tests")]
    [InlineData("go test ./...", "-run", "x", "-toolexec=tests")]
    [InlineData("cargo test", "--manifest-path", "x")]
    [InlineData("cargo test", "-p", "evil")]
    [InlineData("npm test", "-t", "x")]
    [InlineData("npm test", "--prefix", "tests")]
    [InlineData("npm test", "--")]
    [InlineData("npm test", "--", "-t", "$HOME")]
    [InlineData("npm test", "--", "--config", "tests")]
    [InlineData("npm run deploy", "--", "-t", "x")]
    [InlineData("node --test", "--require", "src/cart.test.ts")]
    [InlineData("node server.js", "--test-name-pattern=x")]
    [InlineData("mvn test", "-Dtest", "x")]
    [InlineData("mvn test", "-Dexec.executable=sh")]
    [InlineData("mvn package", "-Dtest=x")]
    [InlineData("gradle test", "--init-script", "x")]
    [InlineData("make test", "deploy")]
    [InlineData("make", "SHELL=tests")]
    [InlineData("ninja test", "clean")]
    [InlineData("sh checks/run.sh", "tests")]
    [InlineData("./checks/run.sh", "-k", "x")]
    [InlineData("pytest && echo done", "-k", "x")]
    [InlineData("pytest", "-p")]
    public void Anything_else_is_refused(string declared, params string[] words) => Assert.False(string.IsNullOrEmpty(Refuse(declared, words)));

    [Fact]
    public void Long_words_are_refused()
    {
        Assert.Null(Refuse("pytest", "-k", new string('a', SettlementSelector.LongestWord)));
        Assert.NotNull(Refuse("pytest", "-k", new string('a', SettlementSelector.LongestWord + 1)));
    }

    [Fact]
    public void Refusal_shows_the_word_on_one_line_and_without_a_code_span()
    {
        var reason = Refuse("pytest", "--x`\u001b[2J\n" + new string('y', 150));

        Assert.NotNull(reason);
        Assert.DoesNotContain(reason, character => char.IsControl(character) || character == '`');
        Assert.InRange(reason.Length, 10, 140);
    }

    [Fact]
    public void Whatever_words_come_there_is_an_answer_and_nothing_dangerous_passes()
    {
        string[] declared = ["pytest", "dotnet test", "go test", "npm test --", "yarn test", "cargo test", "make", "mvn test", "rspec", "node --test"];
        string[] pieces = ["-k", "--filter", "-run", "-t", "-Dtest=", "--test-name-pattern=", "tests", "::", ":1", "..", "/", ";", "`", "$(x)", "\n", "\0", "@", "--", "-p", "a b", "", "\"", "=", ":"];
        var word = Gen.ArrayOf(Gen.Elements(pieces)).Select(string.Concat);
        var law = Prop.ForAll(Gen.ArrayOf(word).ToArbitrary(), Gen.Elements(declared).ToArbitrary(), (words, command) =>
            Refuse(command, words) is not null || words.All(one => !one.Contains("..", StringComparison.Ordinal) && !one.Any(letter => ";`\"'\\\n\r\0<>(){}!*?#@".Contains(letter, StringComparison.Ordinal))));

        law.Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }

    private static string? Refuse(string declared, params string[] words) => SettlementSelector.Refuse(CommandLine.Split(declared), words, Tree);
}
