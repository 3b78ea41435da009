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
            // They are written for every row: encoded once, not ten thousand times.
            JsonEncodedText[] names = [.. agent.Counters.Select(name => JsonEncodedText.Encode(name))];
            output.WriteStartObject(agent.Agent);
            output.WritePropertyName("totals");
            Counters(output, names, CounterView.Totals(agent));
            View(output, "bySession", CounterView.By(agent, static row => row.Session), names);
            View(output, "byModel", CounterView.By(agent, static row => row.Model), names);
            View(output, "byDate", CounterView.By(agent, static row => row.Date), names);
            View(output, "byKind", CounterView.By(agent, static row => row.Kind), names);
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

    private static void View(Utf8JsonWriter output, string name, IReadOnlyList<CounterSums> view, JsonEncodedText[] names)
    {
        output.WriteStartObject(name);
        foreach (var sums in view)
        {
            output.WritePropertyName(sums.Key);
            Counters(output, names, sums.Values);
        }

        output.WriteEndObject();
    }

    private static void Counters(Utf8JsonWriter output, JsonEncodedText[] names, long[] sums)
    {
        output.WriteStartObject();
        for (var counter = 0; counter < sums.Length; counter++)
        {
            output.WriteNumber(names[counter], sums[counter]);
        }

        output.WriteEndObject();
    }
}
