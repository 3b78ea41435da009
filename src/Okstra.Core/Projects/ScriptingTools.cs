namespace Okstra.Core.Projects;

/// <summary>Ruby and PHP: bundler, rspec, rake, rubocop, composer, phpunit, phpstan.</summary>
internal static class ScriptingTools
{
    public static IEnumerable<QaCommand> Guess(RepositoryFiles files)
    {
        if (files.Has("Gemfile") || files.HasRootSuffix(".gemspec"))
        {
            if (files.Has(".rubocop.yml"))
            {
                yield return new QaCommand("lint", "bundle exec rubocop");
            }

            if (files.Has(".rspec") || files.HasFolder("spec"))
            {
                yield return new QaCommand("test", "bundle exec rspec");
            }
            else if (files.Has("Rakefile"))
            {
                yield return new QaCommand("test", "bundle exec rake test");
            }
        }

        if (files.Has("composer.json"))
        {
            if (files.HasAny("phpstan.neon", "phpstan.neon.dist", "phpstan.dist.neon"))
            {
                yield return new QaCommand("typecheck", "vendor/bin/phpstan analyse --no-progress");
            }

            if (files.Says("composer.json", "\"test\""))
            {
                yield return new QaCommand("test", "composer test");
            }
            else if (files.HasAny("phpunit.xml", "phpunit.xml.dist", "phpunit.dist.xml"))
            {
                yield return new QaCommand("test", "vendor/bin/phpunit");
            }
        }
    }
}
