using Okstra.Core.Usage.Logs;

namespace Okstra.Cli.Output;

/// <summary>The agents' counters in every view; their members are named as the counters are, so they are written without a type.</summary>
internal static class UsageJson
{
    public static void Write(JsonText output, IReadOnlyList<AgentUsage> agents)
    {
        output.StartObject("agents");
        foreach (var agent in agents)
        {
            output.StartObject(agent.Agent);
            Counters(output, "totals", agent, CounterView.Totals(agent));
            View(output, "bySession", agent, static row => row.Session);
            View(output, "byModel", agent, static row => row.Model);
            View(output, "byDate", agent, static row => row.Date);
            View(output, "byKind", agent, static row => row.Kind);
            output.StartArray("notes");
            foreach (var note in agent.Notes)
            {
                output.StartObject();
                output.Member("path", note.Path);
                output.Member("text", note.Text);
                output.EndObject();
            }

            output.EndArray();
            output.EndObject();
        }

        output.EndObject();
    }

    private static void View(JsonText output, string name, AgentUsage agent, Func<UsageRow, string> key)
    {
        output.StartObject(name);
        foreach (var sums in CounterView.By(agent, key))
        {
            Counters(output, sums.Key, agent, sums.Values);
        }

        output.EndObject();
    }

    private static void Counters(JsonText output, string name, AgentUsage agent, long[] sums)
    {
        output.StartObject(name);
        for (var counter = 0; counter < sums.Length; counter++)
        {
            output.Member(agent.Counters[counter], sums[counter]);
        }

        output.EndObject();
    }
}
