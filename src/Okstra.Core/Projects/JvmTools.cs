namespace Okstra.Core.Projects;

/// <summary>Maven, Gradle and sbt; the project's own wrapper is preferred to an installed tool.</summary>
internal static class JvmTools
{
    public static IEnumerable<QaCommand> Guess(RepositoryFiles files)
    {
        if (files.Has("pom.xml"))
        {
            yield return new QaCommand("test", files.Has("mvnw") ? "./mvnw -B -q test" : "mvn -B -q test");
        }

        if (files.HasAny("build.gradle", "build.gradle.kts", "settings.gradle", "settings.gradle.kts"))
        {
            yield return new QaCommand("test", files.Has("gradlew") ? "./gradlew --console=plain test" : "gradle --console=plain test");
        }

        if (files.Has("build.sbt"))
        {
            yield return new QaCommand("test", "sbt test");
        }
    }
}
