using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Okstra.Core.Reconciling;

namespace Okstra.Core.Tests.Reconciling;

public sealed class PatchReaderTests
{
    private const string Header = "0b038831c64d5c2bd52559da84844db6d6ba6aae 7e1f5d4202c4d39555aec798a561fdd7d7252db1";
    private const string Text = "diff --git a/f b/f\nindex 422c2b7..0f7bc76 100644\n--- a/f\n+++ b/f\n@@ -1,2 +1,2 @@ def f():\n a\n-b\n+c\n";
    private const string Binary = "diff --git a/l b/l\nindex 422c2b7..0f7bc76 100644\nGIT binary patch\nliteral 2\nJcmZQz1ONa700IC2\n\n";

    [Fact]
    public void Line_numbers_functions_and_ids_of_text_files_do_not_matter()
    {
        var id = Id(Text);

        Assert.Equal(id, Id(Text.Replace("@@ -1,2 +1,2 @@ def f():", "@@ -41,2 +39,2 @@", StringComparison.Ordinal)));
        Assert.Equal(id, Id(Text.Replace("422c2b7", "1234567", StringComparison.Ordinal)));
        Assert.True(id.Proves(Id(Text)));
    }

    [Theory]
    [InlineData("+c", "+ c")]
    [InlineData("+c", "+c ")]
    [InlineData("+c", "+c\r")]
    [InlineData(" a", " A")]
    [InlineData("-b\n", "-b\n\\ No newline at end of file\n")]
    [InlineData("index 422c2b7..0f7bc76 100644", "old mode 100644\nnew mode 100755\nindex 422c2b7..0f7bc76")]
    [InlineData("b/f", "b/g")]
    [InlineData("\n-b", "\n@@ -9 +9 @@\n-b")]
    public void Every_other_byte_does(string old, string changed) => Assert.NotEqual(Id(Text), Id(Text.Replace(old, changed, StringComparison.Ordinal)));

    [Fact]
    public void A_binary_file_keeps_its_ids() => Assert.NotEqual(Id(Binary), Id(Binary.Replace("422c2b7", "1234567", StringComparison.Ordinal)));

    [Fact]
    public void Lines_of_files_that_look_like_gits_own_are_content()
    {
        Assert.NotEqual(Id(Text + "+index 1\n"), Id(Text + "+index 2\n"));
        Assert.NotEqual(Id(Text + "+@@ 1 @@\n"), Id(Text + "+@@ 2 @@\n"));
        Assert.Equal(2, Read($"{Header}\n{Text}+{Header}\n{Header}\n", 1 << 20, Header, Header).Count(id => id != PatchId.Unknown));
    }

    [Fact]
    public void Nothing_proves_nothing()
    {
        Assert.Equal([PatchId.Empty, Id(Text), PatchId.Empty], Read($"{Header}\n{Header}\n{Text}{Header}\n", 1 << 20, Header, Header, Header));
        Assert.False(PatchId.Empty.Proves(PatchId.Empty));
        Assert.False(PatchId.Unknown.Proves(PatchId.Unknown));
        Assert.False(default(PatchId).Proves(default));
    }

    [Fact]
    public void A_patch_that_is_too_large_is_unknown_and_the_next_one_is_not()
    {
        var large = $"{Text}+{new string('x', 500)}\n+more\n";

        Assert.Equal([PatchId.Unknown, Id(Text)], Read($"{Header}\n{large}{Header}\n{Text}", 400, Header, Header));
    }

    [Fact]
    public void What_never_arrived_or_was_cut_off_is_unknown() =>
        Assert.Equal([Id(Text), PatchId.Unknown, PatchId.Unknown], Read($"{Header}\n{Text}{Header}\n{Text[..^1]}", 1 << 20, Header, Header, Header));

    /// <summary>In however many pieces the bytes arrive, whatever they are.</summary>
    [Fact]
    public void Pieces_do_not_matter() => Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), ArbMap.Default.ArbFor<byte[]>(), (noise, cuts) =>
    {
        byte[] all = [.. Encoding.ASCII.GetBytes($"{Header}\n{Text}+"), .. noise, .. Encoding.ASCII.GetBytes($"\n{Header}\n{Binary}")];
        using var whole = new PatchReader([Header, Header], 1 << 20);
        whole.Write(all);
        using var pieces = new PatchReader([Header, Header], 1 << 20);
        var at = 0;
        foreach (var cut in cuts)
        {
            var next = Math.Min(all.Length, at + cut);
            pieces.Write(all.AsSpan(at, next - at));
            at = next;
        }

        pieces.Write(all.AsSpan(at));
        return whole.Finish().SequenceEqual(pieces.Finish());
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    private static PatchId Id(string patch) => Read($"{Header}\n{patch}", 1 << 20, Header)[0];

    private static IReadOnlyList<PatchId> Read(string output, long limit, params string[] headers)
    {
        using var reader = new PatchReader(headers, limit);
        reader.Write(Encoding.ASCII.GetBytes(output));
        return reader.Finish();
    }
}
