using Okstra.Cli;
using Okstra.Cli.Output;
using Okstra.Processes.Supervision;

// Before anything else is loaded: a supervisor is started for every agent and must be up in milliseconds.
if (args is [Supervisor.Verb, ..])
{
    return await Supervisor.RunAsync();
}

if (args is ["--version"])
{
    Console.Out.WriteLine(ProductVersion.Text);
    return ExitCodes.Ok;
}

using var stop = new StopSignals(Console.Error.WriteLine);
return await CliHost.RunAsync(args, HostContext.Create(), stop.Token);
