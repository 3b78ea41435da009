using System.Text;
using Okstra.Core.Reports;
using Okstra.Core.Runs;

namespace Okstra.Engine.Prompts;

/// <summary>Brief, directive, related tasks and carry-in as one quoted packet (R-OPN-32, R-LAY-69).</summary>
public static class TaskPacket
{
    private const string Settled = "What is `resolved` or `obsolete` here is settled: work with the answer and do not ask again.";

    public static string Render(RunInputs inputs, string relatedTasks, IReadOnlyList<CarryInRow> carryIn)
    {
        var packet = new StringBuilder();
        Section("Brief", DataFence.Around("brief", inputs.BriefText));
        if (!string.IsNullOrWhiteSpace(inputs.Directive))
        {
            Section("Directive of the user", DataFence.Around("directive", inputs.Directive));
        }

        Section("Related tasks", relatedTasks == Preparation.RelatedTasks.None ? relatedTasks : DataFence.Around("related", relatedTasks));
        if (inputs.ClarificationText is not null || carryIn.Count > 0)
        {
            var rows = carryIn.Select(row => $"{row.Id} ({row.Status}): {DataFence.Line(row.Request, 1000)} => {(row.Answer.Length == 0 ? "(no answer)" : DataFence.Line(row.Answer, 2000))}");
            Section("Answers carried in", carryIn.Count == 0 ? DataFence.Around("answers", inputs.ClarificationText!) : $"{Settled}\n\n{DataFence.Around("answers", string.Join('\n', rows))}");
        }

        return packet.ToString().TrimEnd('\n');

        void Section(string title, string body) => packet.Append("### ").Append(title).Append("\n\n").Append(body).Append("\n\n");
    }
}
