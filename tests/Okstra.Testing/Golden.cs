using System.Reflection;

namespace Okstra.Testing;

/// <summary>Compares a text with a committed file; <c>OKSTRA_GOLDEN=accept</c> rewrites it, never in CI.</summary>
public static class Golden
{
    /// <summary>Fails with the first differing line; what was received is left under <c>artifacts/golden/</c>.</summary>
    /// <param name="tests">Assembly of the tests: the file lies in its project folder, or in the repository when it starts with <c>/</c>.</param>
    /// <param name="name">Path of the file.</param>
    /// <param name="actual">What the test produced.</param>
    public static void Verify(Assembly tests, string name, string actual)
    {
        var facts = tests.GetCustomAttributes<AssemblyMetadataAttribute>().ToDictionary(attribute => attribute.Key, attribute => attribute.Value, StringComparer.Ordinal);
        var path = name.StartsWith('/') ? Path.Join(facts["RepositoryRoot"], name) : Path.Join(facts["ProjectDirectory"], name);
        var expected = File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : null;
        if (string.Equals(expected, actual, StringComparison.Ordinal))
        {
            return;
        }

        if (Environment.GetEnvironmentVariable("OKSTRA_GOLDEN") == "accept" && Environment.GetEnvironmentVariable("CI") != "true")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual);
            return;
        }

        var received = Path.Join(facts["RepositoryRoot"], "artifacts", "golden", Path.GetFileName(path));
        Directory.CreateDirectory(Path.GetDirectoryName(received)!);
        File.WriteAllText(received, actual);
        throw new InvalidOperationException($"{name} differs {FirstDifference(expected ?? "", actual)}; received: {received}");
    }

    private static string FirstDifference(string expected, string actual)
    {
        var (left, right) = (expected.Split('\n'), actual.Split('\n'));
        var line = Enumerable.Range(0, Math.Max(left.Length, right.Length)).First(index => index >= left.Length || index >= right.Length || left[index] != right[index]);
        return $"at line {line + 1}: expected '{left.ElementAtOrDefault(line)}', got '{right.ElementAtOrDefault(line)}'";
    }
}
