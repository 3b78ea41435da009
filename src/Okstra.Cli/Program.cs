using Okstra.Processes.Supervision;

// Before anything else is loaded: a supervisor is started for every agent and must be up in milliseconds.
if (args is [Supervisor.Verb, ..])
{
    return await Supervisor.RunAsync();
}

return 0;
