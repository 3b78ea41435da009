using Okstra.Core.Workers;
using Okstra.Processes.Agents;

namespace Okstra.Processes.Tests.Agents;

/// <summary>What holds for every vendor.</summary>
public sealed class CliVendorsTests
{
    public static TheoryData<string> Ids => [.. CliVendors.All.Select(vendor => vendor.Facts.Id)];

    [Fact]
    [Trait("Req", "R-WRK-01")]
    public void Roster_ids_have_their_role_names()
    {
        Assert.Equal(
            [("claude", "Claude worker"), ("codex", "Codex worker"), ("gemini", "Gemini worker")],
            CliVendors.All.Select(vendor => (vendor.Facts.Id, vendor.Facts.Role)));
        Assert.Null(CliVendors.Find("opencode"));
    }

    [Fact]
    [Trait("Req", "R-WRK-05")]
    public void Default_models_come_from_one_table()
    {
        Assert.Equal("opus", ModelDefaults.Lead.Execution);
        Assert.Equal("opus", ModelDefaults.ReportWriter.Execution);
        Assert.Equal(
            [("claude", "sonnet"), ("codex", "gpt-5.5"), ("gemini", "auto")],
            CliVendors.All.Select(vendor => (vendor.Facts.Id, vendor.Facts.DefaultModel.Execution)));
        Assert.Equal([ModelDefaults.Claude, ModelDefaults.Codex, ModelDefaults.Gemini], CliVendors.All.Select(vendor => vendor.Facts.DefaultModel));
    }

    [Theory]
    [InlineData("opus", "claude")]
    [InlineData("opus[1m]", "claude")]
    [InlineData("Claude-Sonnet-4-5", "claude")]
    [InlineData("us.anthropic.claude-opus-4-8", "claude")]
    [InlineData("gpt-5.5", "codex")]
    [InlineData("o3", "codex")]
    [InlineData("gemini-3-pro", "gemini")]
    [InlineData("auto", null)]
    [InlineData("llama-4", null)]
    [InlineData("", null)]
    public void Vendor_of_a_model_is_told_by_its_name(string model, string? vendor) => Assert.Equal(vendor, CliVendors.OfModel(model)?.Facts.Id);

    [Fact]
    public void Default_models_and_the_lead_are_run_by_the_vendors_they_belong_to()
    {
        Assert.Equal("claude", CliVendors.OfModel(ModelDefaults.Lead.Execution)?.Facts.Id);
        Assert.All(CliVendors.All.Where(vendor => vendor.Facts.DefaultModel.Execution != ModelDefaults.Automatic), vendor => Assert.Same(vendor, CliVendors.OfModel(vendor.Facts.DefaultModel.Execution)));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    [Trait("Req", "R-WRK-06")]
    [Trait("Req", "R-LAY-72")]
    public void Model_is_the_execution_value_of_the_assignment_and_auto_is_left_to_the_cli(string id)
    {
        var vendor = CliVendors.Find(id)!;

        var named = vendor.BuildProcess(Invocations.For(vendor) with { Model = new ModelAssignment("A name for people", "opus") });
        var automatic = vendor.BuildProcess(Invocations.For(vendor, model: "auto"));

        Assert.Equal("opus", named.After("--model") ?? named.After("-m"));
        Assert.DoesNotContain("A name for people", named.Spec.Arguments);
        Assert.Null(automatic.After("--model") ?? automatic.After("-m"));
    }

    [Theory]
    [InlineData("opus", "opus")]
    [InlineData("claude-opus-4-8[1m]", "opus")]
    [InlineData("claude-haiku-4-5-20251001", "haiku")]
    [InlineData("gpt-5.5", null)]
    [Trait("Req", "R-WRK-06")]
    public void Family_token_is_taken_from_the_execution_value(string execution, string? family) => Assert.Equal(family, ModelDefaults.FamilyToken(execution));

    [Theory]
    [MemberData(nameof(Ids))]
    [Trait("Req", "R-WRK-56")]
    public void Worker_has_no_flag_that_writes_or_skips_permissions(string id)
    {
        var vendor = CliVendors.Find(id)!;
        string[] weakening =
        [
            "--dangerously-skip-permissions", "bypassPermissions", "acceptEdits", "workspace-write", "danger-full-access", "--dangerously-bypass-approvals-and-sandbox",
            "--full-auto", "--yolo", "-y", "yolo", "auto_edit", "--allowedTools", "--add-dir", "--include-directories",
        ];

        Assert.Empty(vendor.BuildProcess(Invocations.For(vendor)).Spec.Arguments.Intersect(weakening));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Prompt_goes_to_standard_input_only(string id)
    {
        var vendor = CliVendors.Find(id)!;

        var process = vendor.BuildProcess(Invocations.For(vendor, "a secret brief"));

        Assert.Equal("a secret brief", process.Spec.StandardInput);
        Assert.DoesNotContain(process.Spec.Arguments, argument => argument.Contains("secret", StringComparison.Ordinal));
        Assert.DoesNotContain(process.Spec.Environment.Values, value => value.Contains("secret", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Credentials_stay_in_the_environment(string id)
    {
        var vendor = CliVendors.Find(id)!;
        var invocation = Invocations.For(vendor);
        var keyed = new Dictionary<string, string>(invocation.Environment, StringComparer.Ordinal) { ["THE_API_KEY"] = "sk-dummy" };

        var process = vendor.BuildProcess(invocation with { Environment = keyed });

        Assert.Equal("sk-dummy", process.Spec.Environment["THE_API_KEY"]);
        Assert.DoesNotContain(process.Spec.Arguments.Concat(process.SupportFiles.Values), text => text.Contains("sk-dummy", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/review the change")]
    [InlineData("  /review")]
    [InlineData("@secrets.txt says")]
    [InlineData("!ls")]
    public void Prompt_never_starts_like_a_command_of_the_cli(string prompt)
    {
        Assert.All(CliVendors.All, vendor =>
        {
            var input = vendor.BuildProcess(Invocations.For(vendor, prompt)).Spec.StandardInput!;
            Assert.True(char.IsAsciiLetter(input[0]));
            Assert.EndsWith(prompt, input, StringComparison.Ordinal);
        });
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Readers_survive_torn_lines_wrong_types_and_broken_escapes(string id)
    {
        var vendor = CliVendors.Find(id)!;
        string[] hostile =
        [
            "", "\n\n\n", "{", "{}", "[]", "null", "{\"type\":3}", "{\"type\":\"result\"", "{\"type\":\"result\"}", "{\"type\":\"result\",\"result\":{}}",
            "{\"type\":\"result\",\"result\":\"\\ud800\",\"status\":7,\"stats\":[]}", "{\"\\ud800\":1,\"type\":\"result\"}", "{\"type\":\"\\udfff\"}", "\ud800{\"type\":\"result\"}",
            "{\"type\":\"result\",\"modelUsage\":{\"m\":null,\"n\":{\"inputTokens\":1e999}},\"num_turns\":99999999999999999999}",
            "{\"type\":\"rate_limit_event\",\"rate_limit_info\":{\"status\":\"rejected\",\"resetsAt\":-1}}\n{\"type\":\"result\",\"is_error\":true}",
            "{\"type\":\"turn.completed\",\"usage\":7}", "{\"type\":\"turn.failed\"}", "{\"type\":\"turn.failed\",\"error\":\"x\"}", "{\"type\":\"item.completed\",\"item\":[]}",
            "{\"type\":\"turn.completed\",\"usage\":{\"input_tokens\":-9223372036854775808,\"cached_input_tokens\":9223372036854775807}}",
            "{\"type\":\"message\",\"role\":\"assistant\",\"content\":{}}\n{\"type\":\"result\",\"status\":\"success\"}", new string('{', 100_000) + new string('}', 100_000),
        ];

        Assert.All(hostile, text =>
        {
            var answer = vendor.ReadAnswer(Recorded.Text(text, standardError: "\u001b]0;title\u0007\u001b[31mred\u001b[0m\r\n"));
            _ = vendor.ReadUsage(Recorded.Text(text));
            Assert.True(answer.Succeeded ? answer.Text.Length > 0 : answer.Failure is { Length: > 0 and <= 300 });
        });
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Readers_find_no_answer_in_megabytes_of_noise(string id)
    {
        var vendor = CliVendors.Find(id)!;
        var noise = string.Concat(Enumerable.Repeat("{\"type\":\"result\" " + new string('x', 8_000) + "\n", 8_000));

        Assert.False(vendor.ReadAnswer(Recorded.Text(noise)).Succeeded);
        Assert.Null(vendor.ReadUsage(Recorded.Text(noise)));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Failure_is_one_bounded_line_without_terminal_sequences(string id)
    {
        var failure = CliVendors.Find(id)!.ReadAnswer(Recorded.Text("", 9, "\u001b]0;pwned\u0007\u001b[31mbad\u001b[0m\tnews\u202e " + new string('x', 999) + "\n\n")).Failure!;

        Assert.StartsWith("ended without a result (exit 9): bad news x", failure, StringComparison.Ordinal);
        Assert.Equal(300, failure.Length);
        Assert.DoesNotContain(failure, character => char.IsControl(character) || character == '\u202e');
    }
}
