using System.Diagnostics;
using Okstra.Core.Problems;
using Okstra.State.Documents;
using Okstra.State.Inputs;

namespace Okstra.State.Tests.Inputs;

public sealed class InputFilesTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private static Problem Refusal(string path) => Assert.Throws<UserErrorException>(() => InputFiles.ReadBrief(path)).Problem;

    private string Bytes(params byte[] bytes)
    {
        File.WriteAllBytes(_folder.At("brief.md"), bytes);
        return _folder.At("brief.md");
    }

    [Fact]
    public void A_brief_comes_with_its_text_and_the_hash_of_its_bytes()
    {
        var path = Bytes(0xEF, 0xBB, 0xBF, (byte)'h', (byte)'i', (byte)'\n');

        var brief = InputFiles.ReadBrief(path);

        Assert.Equal("hi\n", brief.Text);
        Assert.Equal(ContentHash.OfFile(path), brief.Sha256);
        Assert.Equal(path, brief.Path);
    }

    [Fact]
    public void A_brief_of_exactly_one_mebibyte_is_read() =>
        Assert.Equal(InputFiles.SizeLimit, InputFiles.ReadBrief(_folder.Write("brief.md", new string('x', InputFiles.SizeLimit))).Text.Length);

    [Fact]
    public void A_missing_brief_is_named() =>
        Assert.Equal(("OKS0211", $"the brief '{_folder.At("no.md")}' does not exist"), (Refusal(_folder.At("no.md")).Code, Refusal(_folder.At("no.md")).Message));

    [Fact]
    public void A_folder_is_no_brief() => Assert.Equal($"the brief '{_folder.Path}' is a folder", Refusal(_folder.Path).Message);

    [Theory]
    [InlineData("")]
    [InlineData(" \t\r\n\n")]
    public void An_empty_brief_is_refused(string text) => Assert.EndsWith("brief.md' is empty", Refusal(_folder.Write("brief.md", text)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_binary_file_is_no_brief() => Assert.EndsWith("is a binary file", Refusal(Bytes((byte)'a', 0, (byte)'b')).Message, StringComparison.Ordinal);

    [Fact]
    public void A_brief_in_another_encoding_is_refused() => Assert.EndsWith("is not UTF-8 text (byte 2)", Refusal(Bytes((byte)'a', 0xE9, (byte)'b')).Message, StringComparison.Ordinal);

    [Fact]
    public void A_brief_of_one_gigabyte_is_refused_without_being_read()
    {
        var path = _folder.At("brief.md");
        using (var stream = File.Create(path))
        {
            stream.SetLength(1024L * 1024 * 1024);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        var problem = Refusal(path);

        Assert.Equal($"the brief '{path}' is 1024 MiB; at most 1 MiB is read", problem.Message);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < InputFiles.SizeLimit, "nothing of it may be read into memory");
    }

    [Fact]
    public void A_pipe_is_refused_and_never_waited_for()
    {
        var path = _folder.At("pipe");
        using (var process = Process.Start("mkfifo", [path]))
        {
            process.WaitForExit();
        }

        Assert.Equal("OKS0217", Refusal(path).Code);
    }

    [Fact]
    public void A_device_is_refused() => Assert.Equal("the brief '/dev/zero' is a pipe, socket or device", Refusal("/dev/zero").Message);

    [Fact]
    public void A_link_to_a_text_file_is_followed()
    {
        File.CreateSymbolicLink(_folder.At("link.md"), _folder.Write("brief.md", "text"));

        Assert.Equal("text", InputFiles.ReadBrief(_folder.At("link.md")).Text);
    }

    [Fact]
    public void Another_input_is_called_by_its_own_name() =>
        Assert.StartsWith("the clarification response '", Assert.Throws<UserErrorException>(() => InputFiles.Read(_folder.At("no"), "clarification response")).Problem.Message, StringComparison.Ordinal);
}
