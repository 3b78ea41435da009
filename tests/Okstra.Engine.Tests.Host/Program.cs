using System.Globalization;
using System.Text.Json;
using Okstra.Core.Problems;
using Okstra.Core.Runs;
using Okstra.Core.Tasks;
using Okstra.Core.Worktrees;
using Okstra.Engine;
using Okstra.Engine.Worktrees;
using Okstra.State.Worktrees;
using Okstra.Testing;

// A process for the tests to kill: makes, counts and releases worktrees of the task keys it is given, in an order of its own.
//   churn <project root> <home> <seed> <steps> <file of task keys> <log>
if (args is not ["churn", var root, var home, var seed, var steps, var keyFile, var logFile])
{
    return 64;
}

var host = HermeticHost.Create(home) with { CurrentDirectory = root };
var services = RunServices.For(host, TimeProvider.System, IdSource.FromSystem());
var registry = new WorktreeRegistry(services.Home, services.Documents, services.Locks, services.Time);
var keys = File.ReadAllLines(keyFile);
var random = new Random(int.Parse(seed, CultureInfo.InvariantCulture));
using var log = new StreamWriter(new FileStream(logFile, FileMode.Append, FileAccess.Write, FileShare.Read)) { AutoFlush = true };
for (var step = 0; step < int.Parse(steps, CultureInfo.InvariantCulture); step++)
{
    var text = keys[random.Next(keys.Length)];
    var parts = text.Split('#');
    if (!TaskKey.TryParse(parts[0], null, out var task, out _))
    {
        return 64;
    }

    var key = WorktreeKey.Of(task, parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : null, null);
    try
    {
        using var mutex = await services.Locks.AcquireAsync(services.Home.TaskLock(task), "churn", TimeSpan.FromMinutes(5), CancellationToken.None);
        var made = await new WorktreeProvisioning(services).ProvisionAsync(new ProvisionRequest { Key = key, ProjectRoot = root, Phase = "implementation" }, CancellationToken.None);
        log.WriteLine($"{made.Status} {key} {made.Branch} {made.Path}");
        await registry.ChangeAsync(document => Count(document, key), CancellationToken.None);
        log.WriteLine($"counted {key}");
        if (random.Next(10) == 0 && step % 2 == 0 && parts[0].EndsWith('r'))
        {
            await registry.ReleaseAsync(key, CancellationToken.None);
            log.WriteLine($"released {key}");
        }
    }
    catch (UserErrorException refused)
    {
        log.WriteLine($"refused {key} {refused.Problem.Message.ReplaceLineEndings(" ")}");
    }
}

return 0;

// Lost updates show as a sum that is too small: last_phase is set by provisioning, so a member of our own is counted up.
static RegistryDocument Count(RegistryDocument document, WorktreeKey key)
{
    var row = document.Row(key)!;
    var unknown = new Dictionary<string, JsonElement>(row.Unknown ?? [], StringComparer.Ordinal);
    var count = unknown.TryGetValue("count", out var known) ? known.GetInt32() : 0;
    unknown["count"] = JsonElement.Parse((count + 1).ToString(CultureInfo.InvariantCulture));
    return document.WithRow(key, row with { Unknown = unknown });
}
