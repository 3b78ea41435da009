using Okstra.Core.Problems;
using Okstra.Engine.Demo;
using Okstra.Processes;
using Okstra.Processes.Git;
using Okstra.Testing;

namespace Okstra.Engine.Tests.Demo;

public sealed class DemoRepositoryTests
{
    [Fact]
    public async Task The_repository_on_disk_is_the_content_and_always_the_same()
    {
        using var home = new TempFolder();
        var first = await CreateAsync(home, "one");
        var second = await CreateAsync(home, "two");

        Assert.Equal(first.Commit, second.Commit);
        Assert.All(DemoContent.Files, file => Assert.Equal(file.Text, File.ReadAllText(Path.Combine(first.Folder, file.Path))));
        var repository = new TestRepository(first.Folder);
        Assert.Equal("", repository.Git("status", "--porcelain"));
        Assert.Equal(DemoContent.Commits.Count, repository.Git("log", "--format=%H").Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public async Task An_existing_folder_is_refused_and_left_alone()
    {
        using var home = new TempFolder();
        home.Write("demo/mine.txt", "keep");

        await Assert.ThrowsAsync<UserErrorException>(() => CreateAsync(home, "demo"));

        Assert.Equal("keep", File.ReadAllText(home.At("demo", "mine.txt")));
        Assert.False(Directory.Exists(home.At("demo", ".git")));
    }

    [Fact]
    public void The_planted_line_is_where_the_brief_says_it_is()
    {
        var text = DemoContent.Files.Single(file => file.Path == DemoContent.PlantedPath).Text;

        Assert.Contains(DemoContent.PlantedText, text.Split('\n')[DemoContent.PlantedLine - 1], StringComparison.Ordinal);
        Assert.Contains($"discounts.py\", line {DemoContent.PlantedLine}, in bulk_discount", DemoContent.Brief, StringComparison.Ordinal);
    }

    private static Task<DemoRepository> CreateAsync(TempFolder home, string name)
    {
        var host = HermeticHost.Create(home.Path);
        return DemoRepository.CreateAsync(home.At(name), new GitCommand(new ProcessRunner(host, TimeProvider.System), host), TestContext.Current.CancellationToken);
    }
}
