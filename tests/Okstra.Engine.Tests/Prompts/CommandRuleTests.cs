using Okstra.Engine.Tests.Preparation;

namespace Okstra.Engine.Tests.Prompts;

/// <summary>Workers are told which commands a citation may name.</summary>
public sealed class CommandRuleTests
{
    [Fact]
    public async Task Prompt_names_the_confirmed_commands_and_no_proposed_one()
    {
        using var rig = PreparationRig.InGit();
        rig.WriteInProject(".okstra/project.json", """
            { "projectId": "shop", "projectRoot": "/moved", "qaCommands": [ { "kind": "test", "command": "pytest -q", "state": "confirmed" }, { "kind": "test", "command": "make everything", "state": "proposed" } ] }
            """);
        using var bare = PreparationRig.InGit();

        var told = await PromptAsync(rig);
        var untold = await PromptAsync(bare);

        Assert.Contains("""the project's own checks, `["pytest", "-q"]`, each as it stands or with a test selector behind""", told, StringComparison.Ordinal);
        Assert.DoesNotContain("make everything", told, StringComparison.Ordinal);
        Assert.Contains("counts only for commands okstra recorded in this run;", untold, StringComparison.Ordinal);
    }

    private static async Task<string> PromptAsync(PreparationRig rig) =>
        await File.ReadAllTextAsync((await rig.PrepareAsync()).Bundle.Prompts["claude"], TestContext.Current.CancellationToken);
}
