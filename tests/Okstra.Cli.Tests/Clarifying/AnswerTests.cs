using System.Text;
using System.Text.Json.Nodes;
using Okstra.Cli.Tests.Support;
using Okstra.Testing;

namespace Okstra.Cli.Tests.Clarifying;

public sealed class AnswerTests : IDisposable
{
    private readonly AskingProject _project = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Req", "R-REP-12")]
    public async Task Questions_are_answered_once_for_all_later_runs()
    {
        await _project.RunAsync("error-analysis");
        var report = await File.ReadAllBytesAsync(_project.Report(), Token);
        var asked = await _project.AnswerAsync();
        Assert.Equal(["A1", "Q1"], asked["open"]!.AsArray().Select(row => (string)row!["id"]!));
        Assert.Null((string?)asked["answered"]);
        var log = _project.Sample.Write("shop/server.log", "retry\n");

        var state = await _project.AnswerAsync("--set", "Q1=memory | for now", "--set", "A1=server.log");

        Assert.Empty(state["open"]!.AsArray());
        Assert.Equal(_project.Copy(), (string)state["answered"]!);
        Assert.Equal(report, await File.ReadAllBytesAsync(_project.Report(), Token));
        var copy = await File.ReadAllTextAsync(_project.Copy(), Token);
        Assert.Contains("| memory \\| for now | resolved |", copy, StringComparison.Ordinal);
        Assert.Contains($"| {log} | resolved |", copy, StringComparison.Ordinal);

        var again = await _project.RunAsync("error-analysis", "--clarification-response", _project.Copy());
        AssertCarried(again, log);
        var planning = await _project.RunAsync("implementation-planning");
        AssertCarried(planning, log);
        var prompt = await File.ReadAllTextAsync(Directory.EnumerateFiles(Path.Combine(_project.Task, "runs", "implementation-planning", "prompts"), "*.md").First(), Token);
        Assert.Contains("Q1 (resolved): Which store | memory or redis? => memory | for now", prompt, StringComparison.Ordinal);
        Assert.Contains("do not ask again", prompt, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_stays_open_is_carried_in_as_open_and_asked_again()
    {
        await _project.RunAsync("error-analysis");
        await _project.AnswerAsync("--set", "Q1=redis");

        var again = await _project.RunAsync("error-analysis", "--clarification-response", _project.Copy());

        Assert.Equal(["A1 open", "Q1 resolved"], again["carryIn"]!.AsArray().Select(row => $"{(string)row!["id"]!} {(string)row["status"]!}").Order());
        Assert.Single(again["materials"]!.AsArray());
        Assert.Empty(again["questions"]!.AsArray());
    }

    [Fact]
    public async Task Answers_written_into_a_copy_by_hand_count_as_much()
    {
        await _project.RunAsync("error-analysis");
        var text = await File.ReadAllTextAsync(_project.Report(), Token);
        var edited = "\uFEFF" + text.Replace("memory<br>redis |  | open |", "memory<br>redis |\tredis, \\| always | open |", StringComparison.Ordinal).ReplaceLineEndings("\r\n");
        Assert.Contains("always", edited, StringComparison.Ordinal);
        var elsewhere = _project.Sample.Write("mine.md", edited);

        var again = await _project.RunAsync("error-analysis", "--clarification-response", elsewhere);

        var row = again["carryIn"]!.AsArray().Single(row => (string)row!["id"]! == "Q1")!;
        Assert.Equal("redis, | always", (string)row["answer"]!);
        Assert.Equal("resolved", (string)row["status"]!);
        Assert.StartsWith("Q1 of mine.md: answered by the user", (string)row["evidence"]!, StringComparison.Ordinal);
        Assert.Empty(again["questions"]!.AsArray());
        Assert.Equal("resolved", (string)(await _project.AnswerAsync("--seq", "001"))["settled"]![0]!["status"]!);
    }

    [Fact]
    public async Task A_copy_somebody_goes_on_editing_keeps_every_character()
    {
        await _project.RunAsync("error-analysis");
        await _project.AnswerAsync("--set", "Q1=redis");
        var mine = "\uFEFF" + (await File.ReadAllTextAsync(_project.Copy(), Token)).ReplaceLineEndings("\r\n") + "my notes \t ";
        await File.WriteAllTextAsync(_project.Copy(), mine, new UTF8Encoding(false), Token);

        await _project.AnswerAsync("--set", "A1=the log says nothing");

        var now = Encoding.UTF8.GetString(await File.ReadAllBytesAsync(_project.Copy(), Token));
        Assert.Equal(mine.Split('\n').Where(line => !line.StartsWith("| A1", StringComparison.Ordinal)), now.Split('\n').Where(line => !line.StartsWith("| A1", StringComparison.Ordinal)));
        Assert.Contains("the log says nothing | resolved |\r\n", now, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Contradictory_answers_are_flagged_and_the_newest_counts()
    {
        await _project.RunAsync("error-analysis");
        await _project.AnswerAsync("--set", "Q1=redis");

        var ending = await _project.Okstra.RunAsync("answer", "g/t-1", "--set", "Q1=memory");

        Assert.Equal(0, ending.ExitCode);
        Assert.Contains("warning: Q1 has contradictory answers, the newest counts: redis | memory", ending.Error, StringComparison.Ordinal);
        var again = await _project.RunAsync("error-analysis");
        var row = again["carryIn"]![0]!;
        Assert.Equal("memory", (string)row["answer"]!);
        Assert.Contains("contradictory answers, the newest counts: 'redis'", (string)row["evidence"]!, StringComparison.Ordinal);
        Assert.DoesNotContain("contradictory", (await _project.Okstra.RunAsync("answer", "g/t-1", "--seq", "001", "--set", "Q1=memory")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_on_standard_input_answers_and_ends_questions()
    {
        await _project.RunAsync("error-analysis");

        var ending = await _project.Okstra.RunWithInputAsync("""{ "answers": [{ "id": "Q1", "answer": "redis\nand memory", "evidence": "ADR 7" }], "obsolete": [{ "id": "A1", "evidence": "logs are gone" }] }""", "answer", "g/t-1", "--from", "-", "--json");

        Assert.True(ending.ExitCode == 0, ending.Error);
        var settled = JsonNode.Parse(ending.Output)!["data"]!["settled"]!.AsArray();
        Assert.Equal(["A1 obsolete ", "Q1 resolved redis\nand memory"], settled.Select(row => $"{(string)row!["id"]!} {(string)row["status"]!} {(string)row["answer"]!}"));
        Assert.Contains("logs are gone", (string)settled[0]!["evidence"]!, StringComparison.Ordinal);
        Assert.EndsWith("ADR 7", (string)settled[1]!["evidence"]!, StringComparison.Ordinal);
        var lines = await File.ReadAllLinesAsync(_project.Ledger, Token);
        await _project.AnswerAsync();
        Assert.Equal(lines, await File.ReadAllLinesAsync(_project.Ledger, Token));
    }

    [Fact]
    public async Task On_a_terminal_one_question_is_asked_after_another()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/script"), "util-linux has the program that makes a terminal");
        await _project.RunAsync("error-analysis");

        var ending = await _project.Okstra.RunProgramAsync("/bin/sh", "-c", $"printf '!\\nredis\\n' | /usr/bin/script -qec '{BuiltProgram.Okstra} answer g/t-1' /dev/null");

        Assert.True(ending.ExitCode == 0, ending.Output + ending.Error);
        Assert.Contains("one of the choices: memory | redis", ending.Output, StringComparison.Ordinal);
        Assert.Equal(["A1 obsolete", "Q1 resolved"], (await _project.AnswerAsync())["settled"]!.AsArray().Select(row => $"{(string)row!["id"]!} {(string)row["status"]!}"));
    }

    [Theory]
    [InlineData("asks no 'Q9'", "--set", "Q9=x", "--set", "Q1=redis")]
    [InlineData("answered 2 times", "--set", "Q1=x", "--set", "Q1=y")]
    [InlineData("there is no file", "--set", "Q1=redis", "--set", "A1=missing.log")]
    [InlineData("is no answer", "--set", "Q1")]
    [InlineData("0 characters", "--set", "Q1= ")]
    public async Task One_wrong_answer_refuses_all_of_them(string why, params string[] arguments)
    {
        await _project.RunAsync("error-analysis");
        var ledger = await File.ReadAllTextAsync(_project.Ledger, Token);

        var ending = await _project.Okstra.RunAsync(["answer", "g/t-1", .. arguments]);

        Assert.Equal(1, ending.ExitCode);
        Assert.Contains(why, ending.Error, StringComparison.Ordinal);
        Assert.Equal(ledger, await File.ReadAllTextAsync(_project.Ledger, Token));
        Assert.False(File.Exists(_project.Copy()));
    }

    [Fact]
    public async Task Killed_at_any_write_no_answer_is_lost_or_reverted()
    {
        for (var write = 1; write <= 2; write++)
        {
            using var project = new AskingProject();
            await project.RunAsync("error-analysis");
            await project.AnswerAsync("--set", "Q1=redis");
            var killed = new OkstraProcess(project.Sample.Home, project.Sample.Root);
            killed.Environment["OKSTRA_TEST_FAULT"] = $"kill:{write}:after";
            Assert.Equal(137, (await killed.RunAsync("answer", "g/t-1", "--set", "Q1=memory")).ExitCode);

            Assert.Equal("memory", (string)(await project.AnswerAsync())["settled"]![0]!["answer"]!);
        }
    }

    [Fact]
    [Trait("Req", "R-CLI-025")]
    public async Task Resuming_opens_the_editor_and_runs_the_same_phase_with_the_answers()
    {
        var none = await _project.Okstra.RunAsync("setup", "--yes");
        Assert.True(none.ExitCode == 0, none.Error);
        var refused = await _project.Okstra.RunAsync("run", "--resume-clarification", "--task-key", "g/t-1");
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("no report to answer", refused.Error, StringComparison.Ordinal);

        await _project.RunAsync("error-analysis");
        var editor = Editor("my editor", """sed -i 's/memory<br>redis |  | open |/memory<br>redis | redis | open |/' "$2"; test "$1" = -n""");
        var failing = Editor("failing", "exit 3");
        _project.Okstra.Environment["EDITOR"] = failing;
        var aborted = await _project.Okstra.RunAsync("run", "--resume-clarification", "--task-key", "g/t-1", "--json");
        Assert.Equal(1, aborted.ExitCode);
        Assert.Contains("ended with code 3; nothing was run", aborted.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(_project.Report(seq: "002")));

        _project.Okstra.Environment["EDITOR"] = $"\"{editor}\" -n";
        var ending = await _project.Okstra.RunAsync("--resume-clarification", "--task-key", "g/t-1", "--json");

        Assert.True(ending.ExitCode == 0, ending.Output + ending.Error);
        var data = JsonNode.Parse(ending.Output)!["data"]!;
        Assert.Equal("error-analysis 002", $"{(string)data["taskType"]!} {(string)data["seq"]!}");
        var report = JsonNode.Parse(await File.ReadAllTextAsync((string)data["report"]!["data"]!, Token))!;
        Assert.Equal("redis", (string)report["carryIn"]!.AsArray().Single(row => (string)row!["id"]! == "Q1")!["answer"]!);
    }

    [Fact]
    public async Task Without_an_editor_vi_is_started()
    {
        await _project.RunAsync("error-analysis");
        var bin = Path.GetDirectoryName(Editor("vi", "echo \"$1\" > \"$HOME/vi-was-here\""))!;
        _project.Okstra.Environment["PATH"] = $"{bin}:{_project.Okstra.Environment["PATH"]}";

        var ending = await _project.Okstra.RunAsync("run", "--resume-clarification", "--task-key", "g/t-1", "--render-only", "--json");

        Assert.True(ending.ExitCode == 0, ending.Error);
        Assert.Equal(_project.Copy() + "\n", await File.ReadAllTextAsync(Path.Combine(_project.Sample.Home, "vi-was-here"), Token));
    }

    public void Dispose() => _project.Dispose();

    private static void AssertCarried(JsonNode report, string log)
    {
        Assert.Empty(report["questions"]!.AsArray());
        Assert.Empty(report["materials"]!.AsArray());
        var rows = report["carryIn"]!.AsArray().ToDictionary(row => (string)row!["id"]!, row => row!, StringComparer.Ordinal);
        Assert.Equal("memory | for now", (string)rows["Q1"]["answer"]!);
        Assert.All(rows.Values, row => Assert.Equal("resolved", (string)row["status"]!));
        Assert.StartsWith("Q1 of error-analysis-001: answered by the user at ", (string)rows["Q1"]["evidence"]!, StringComparison.Ordinal);
        Assert.Contains(log, (string)rows["A1"]["evidence"]!, StringComparison.Ordinal);
    }

    private string Editor(string name, string body)
    {
        var path = _project.Sample.Write($"bin/{name}", $"#!/bin/sh\n{body}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return path;
    }
}
