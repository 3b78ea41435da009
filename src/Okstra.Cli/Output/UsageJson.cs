using System.Text.Json;
using Okstra.Core.Usage.Logs;

namespace Okstra.Cli.Output;

/// <summary>The agents' counters in every view; their members are named as the counters are, so they are written without a type.</summary>
internal static class UsageJson
{
    public static void Write(Utf8JsonWriter output, IReadOnlyList<AgentUsage> agents)
    {
        output.WriteStartObject();
        output.WriteStartObject("agents");
        foreach (var agent in agents)
        {
            output.WriteStartObject(agent.Agent);
            output.WritePropertyName("totals");
            Counters(output, agent.Counters, CounterView.Totals(agent));
            View(output, "bySession", agent, static row => row.Session);
            View(output, "byModel", agent, static row => row.Model);
            View(output, "byDate", agent, static row => row.Date);
            View(output, "byKind", agent, static row => row.Kind);
            output.WriteStartArray("notes");
            foreach (var note in agent.Notes)
            {
                output.WriteStartObject();
                output.WriteString("path", note.Path);
                output.WriteString("text", note.Text);
                output.WriteEndObject();
            }

            output.WriteEndArray();
            output.WriteEndObject();
        }

        output.WriteEndObject();
        output.WriteEndObject();
    }

    private static void View(Utf8JsonWriter output, string name, AgentUsage agent, Func<UsageRow, string> key)
    {
        output.WriteStartObject(name);
        foreach (var (member, sums) in CounterView.By(agent, key))
        {
            output.WritePropertyName(member);
            Counters(output, agent.Counters, sums);
        }

        output.WriteEndObject();
    }

    private static void Counters(Utf8JsonWriter output, IReadOnlyList<string> names, long[] sums)
    {
        output.WriteStartObject();
        for (var counter = 0; counter < sums.Length; counter++)
        {
            output.WriteNumber(names[counter], sums[counter]);
        }

        output.WriteEndObject();
    }
}
