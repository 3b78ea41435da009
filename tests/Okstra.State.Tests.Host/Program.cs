using System.Collections;
using System.Globalization;
using Okstra.Core.Hosting;
using Okstra.Core.Problems;
using Okstra.State.Locks;
using Okstra.State.Writing;

// A process for the tests to kill: each verb does one small thing with okstra's state.
var host = new HostEnvironment
{
    Variables = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string?)entry.Value ?? "", StringComparer.Ordinal),
    Home = Environment.GetEnvironmentVariable("HOME") ?? "/",
    CurrentDirectory = Environment.CurrentDirectory,
    OkstraExecutable = "none",
    MachineName = "test-machine",
};
var writer = StateWriter.For(host);
var locks = new StateLocks(host, writer, TimeProvider.System);
try
{
    switch (args)
    {
        case ["rewrite", var path]:
            Rewrite(path);
            break;
        case ["write", var path, var text, var times]:
            for (var turn = 1; turn <= int.Parse(times, CultureInfo.InvariantCulture); turn++)
            {
                writer.Write(path, $"{text}{turn}");
            }

            break;
        case ["append", var path, var text, var times]:
            for (var turn = 1; turn <= int.Parse(times, CultureInfo.InvariantCulture); turn++)
            {
                writer.AppendLine(path, $"\"{text}{turn}\"");
            }

            break;
        case ["count", var lockFile, var counter, var times]:
            await CountAsync(lockFile, counter, int.Parse(times, CultureInfo.InvariantCulture));
            break;
        case ["hold", var lockFile, var verb]:
            using (await locks.AcquireAsync(lockFile, verb, TimeSpan.Zero, CancellationToken.None))
            {
                Console.WriteLine("held");
                Console.In.ReadLine();
            }

            break;
        default:
            return 64;
    }

    return 0;
}
catch (UserErrorException failure)
{
    Console.Error.WriteLine(failure.Problem.Message);
    return 1;
}

void Rewrite(string path)
{
    for (var turn = 0; ; turn++)
    {
        // Twenty kilobytes of one letter, then its length: a mix of two versions is seen at once.
        var letter = (char)('a' + (turn % 26));
        writer.Write(path, $"{new string(letter, 20_000)}\n");
        if (turn == 0)
        {
            Console.WriteLine("ready");
        }
    }
}

async Task CountAsync(string lockFile, string counter, int times)
{
    for (var turn = 0; turn < times; turn++)
    {
        using var held = await locks.AcquireAsync(lockFile, "count", TimeSpan.FromSeconds(60), CancellationToken.None);
        var value = File.Exists(counter) ? int.Parse(await File.ReadAllTextAsync(counter), CultureInfo.InvariantCulture) : 0;
        writer.Write(counter, (value + 1).ToString(CultureInfo.InvariantCulture));
    }
}
