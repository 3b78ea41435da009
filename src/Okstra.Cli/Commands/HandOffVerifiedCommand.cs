using System.CommandLine;
using Okstra.Cli.Output;
using Okstra.Engine.HandOff;

namespace Okstra.Cli.Commands;

/// <summary><c>okstra handoff record-verified</c> (R-CLI-075).</summary>
internal static class HandOffVerifiedCommand
{
    public static Command Create(CliContext context)
    {
        var root = HandOffCommand.PlanRunRoot();
        var stage = new Option<string>("--stage") { Description = "Number of the stage.", Required = true };
        var report = new Option<string>("--report-path") { Description = "The verification's report.", Required = true };
        var data = new Option<string>("--data-json") { Description = "The data document beside that report.", Required = true };
        var json = Options.Json();
        var command = new Command("record-verified", "Record that a stage was accepted at its recorded head.") { root, stage, report, data, json };
        command.SetAction((parsed, cancellationToken) =>
        {
            var writer = HandOffCommand.Writer(context, parsed, json);
            return writer.AnswerAsync(async () =>
            {
                var record = await new VerificationRecording(Composition.Services(context)).RecordAsync(
                    parsed.GetValue(root)!, StageNumber.Parse(parsed.GetValue(stage)!), parsed.GetValue(report)!, parsed.GetValue(data)!, cancellationToken);
                writer.Write(new VerifiedAnswer(true, record.Stage, record.HeadSha, record.ReportPath, record.Verdict, record.Scope, record.AlreadyRecorded), CliJson.Default.VerifiedAnswer);
                return ExitCodes.Ok;
            });
        });
        return command;
    }
}
