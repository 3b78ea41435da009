using Okstra.Core.Problems;
using Okstra.Core.Runs;

namespace Okstra.Engine.Tests.Preparation;

public sealed class KilledPreparationTests
{
    [Fact]
    public async Task Preparation_that_failed_at_any_write_is_completed_under_its_own_number()
    {
        using var whole = PreparationRig.InGit();
        var expected = (await whole.PrepareAsync()).Bundle;
        var failures = 0;
        for (var write = 1; write < 60; write++)
        {
            using var rig = PreparationRig.InGit(new Dictionary<string, string>(StringComparer.Ordinal) { ["OKSTRA_TEST_FAULT"] = $"fail:{write}" });
            var outcome = await Record.ExceptionAsync(() => rig.PrepareAsync());
            if (outcome is null)
            {
                break;
            }

            Assert.IsType<UserErrorException>(outcome);
            failures++;
            var inputs = rig.StateFiles().Where(path => path.Contains("run-inputs-", StringComparison.Ordinal)).ToList();
            if (inputs.Count == 0)
            {
                Assert.DoesNotContain(rig.StateFiles(), path => path.Contains("/runs/", StringComparison.Ordinal));
                continue;
            }

            var completed = (await rig.Preparation.CompleteAsync(Path.Combine(rig.Project, Assert.Single(inputs)), TestContext.Current.CancellationToken)).Bundle;

            Assert.Equal("001", completed.Manifest.Seq);
            Assert.Equal(whole.StateFiles(), rig.StateFiles());
            Assert.Equal(expected.Manifest.Inputs with { BriefPath = "" }, completed.Manifest.Inputs with { BriefPath = "" });
        }

        Assert.InRange(failures, 20, 58);
    }

    [Fact]
    public async Task Run_prepared_after_a_killed_preparation_takes_none_of_its_numbers()
    {
        using var rig = PreparationRig.InGit();
        var killed = (await rig.PrepareAsync()).Bundle;
        File.Delete(killed.Layout.RunManifest);
        Directory.Delete(killed.Layout.Prompts, recursive: true);

        var next = (await rig.PrepareAsync()).Bundle;
        var completed = (await rig.Preparation.CompleteAsync(killed.Layout.RunInputs, TestContext.Current.CancellationToken)).Bundle;

        Assert.Equal(("002", "002"), (next.Manifest.Seq, next.Manifest.Sequences["prompts"]));
        Assert.Equal(("001", "001"), (completed.Manifest.Seq, completed.Manifest.Sequences["prompts"]));
        Assert.True(File.Exists(completed.Prompts["claude"]) && File.Exists(next.Prompts["claude"]));
    }

    [Fact]
    public async Task Preparation_of_another_okstra_version_is_not_completed()
    {
        using var rig = PreparationRig.InGit();
        var killed = (await rig.PrepareAsync()).Bundle;
        File.Delete(killed.Layout.RunManifest);
        var older = killed.Inputs with { Frozen = killed.Inputs.Frozen with { AssetVersion = "older" } };
        rig.Services.Documents.Write(killed.Layout.RunInputs, older, RunDocumentsJson.Default.RunInputs);

        var refused = await Assert.ThrowsAsync<UserErrorException>(() => rig.Preparation.CompleteAsync(killed.Layout.RunInputs, TestContext.Current.CancellationToken));

        Assert.Equal("OKS0170", refused.Problem.Code);
        Assert.False(File.Exists(killed.Layout.RunManifest));
    }
}
