namespace Okstra.Core.Projects;

/// <summary>pytest, tox, unittest, ruff, flake8, black and mypy, told by their configuration.</summary>
internal static class PythonTools
{
    public static IEnumerable<QaCommand> Guess(RepositoryFiles files)
    {
        if (!files.HasAny("pyproject.toml", "setup.py", "setup.cfg", "tox.ini", "pytest.ini", "requirements.txt", "noxfile.py"))
        {
            yield break;
        }

        if (files.HasAny("ruff.toml", ".ruff.toml") || files.Says("pyproject.toml", "[tool.ruff"))
        {
            yield return new QaCommand("lint", "ruff check .");
            if (files.Says("pyproject.toml", "[tool.ruff.format") || files.Says(".pre-commit-config.yaml", "ruff-format"))
            {
                yield return new QaCommand("format", "ruff format --check .");
            }
        }
        else if (files.Has(".flake8") || files.Says("setup.cfg", "[flake8]") || files.Says("tox.ini", "[flake8]"))
        {
            yield return new QaCommand("lint", "python -m flake8");
        }

        if (files.Says("pyproject.toml", "[tool.black"))
        {
            yield return new QaCommand("format", "python -m black --check .");
        }

        if (files.HasAny("mypy.ini", ".mypy.ini") || files.Says("pyproject.toml", "[tool.mypy") || files.Says("setup.cfg", "[mypy"))
        {
            yield return new QaCommand("typecheck", files.HasFolder("src") ? "python -m mypy src" : "python -m mypy .");
        }

        if (UsesPytest(files))
        {
            yield return new QaCommand("test", "python -m pytest -q");
        }
        else if (files.Has("tox.ini"))
        {
            yield return new QaCommand("test", "tox -q");
        }
        else if (files.HasFolder("tests") || files.HasFolder("test"))
        {
            yield return new QaCommand("test", "python -m unittest discover");
        }
    }

    private static bool UsesPytest(RepositoryFiles files) =>
        files.HasAny("pytest.ini", "conftest.py", "tests/conftest.py", "test/conftest.py")
        || files.Says("pyproject.toml", "pytest")
        || files.Says("setup.cfg", "[tool:pytest]")
        || files.Says("tox.ini", "pytest")
        || files.Says("requirements.txt", "pytest")
        || files.HasAny("requirements-dev.txt", "requirements/tests.txt", "requirements/dev.txt") && (files.Says("requirements-dev.txt", "pytest") || files.Says("requirements/tests.txt", "pytest") || files.Says("requirements/dev.txt", "pytest"));
}
