using System.Text.Json;
using Okstra.Core.Tasks;

namespace Okstra.Core.Tests.Tasks;

public sealed class TaskManifestTests
{
    [Fact]
    [Trait("Req", "R-CVG-01")]
    [Trait("Req", "R-CVG-03")]
    public void Stub_manifest_is_read_with_the_defaults()
    {
        var stub = JsonSerializer.Deserialize("""{ "taskKey": "p:g:t", "workStatus": "todo", "priority": "P1", "colour": "red" }""", TasksJson.Default.TaskManifest)!;

        Assert.Equal((true, null, "lightweight"), (stub.Convergence.Enabled, stub.Convergence.MaxRounds, stub.Convergence.VerificationMode));
        Assert.Equal((WorkStatus.Todo, "todo", ""), (stub.WorkStatus, stub.CurrentStatus, stub.LatestRunStatus));
        Assert.Empty(stub.RecommendedWorkers);
        Assert.Empty(stub.ResultContract.RequiredWorkerRoles);
        Assert.Equal(("P1", "red"), (stub.Priority, stub.Unknown!["colour"].GetString()));
    }

    [Fact]
    [Trait("Req", "R-LAY-67")]
    public void Convergence_can_be_switched_off_and_limited_in_the_manifest()
    {
        var manifest = JsonSerializer.Deserialize("""{ "taskKey": "p:g:t", "convergence": { "enabled": false, "maxRounds": 3, "verificationMode": "full-reanalysis" } }""", TasksJson.Default.TaskManifest)!;

        Assert.Equal((false, 3, "full-reanalysis"), (manifest.Convergence.Enabled, manifest.Convergence.MaxRounds, manifest.Convergence.VerificationMode));
    }
}
