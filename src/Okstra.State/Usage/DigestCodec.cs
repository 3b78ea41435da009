using System.Runtime.InteropServices;
using Okstra.Core.Usage.Logs;

namespace Okstra.State.Usage;

/// <summary>Digests as bytes.</summary>
internal static class DigestCodec
{
    public static void Write(BinaryWriter output, LogDigest digest)
    {
        var facts = digest.Facts;
        output.Write(facts.Id);
        Text(output, facts.Parent);
        Text(output, facts.Cwd);
        Text(output, facts.TeamName);
        Text(output, facts.AgentName);
        output.Write(digest.First);
        output.Write(digest.Last);
        output.Write(digest.Stop);
        Memory(output, digest.Memory);
        Texts(output, digest.Strangers);
        Texts(output, digest.Texts);
        output.Write(digest.Sealed);
        output.Write(digest.Words.Length);
        output.Write(MemoryMarshal.AsBytes(digest.Words));
    }

    public static LogDigest Read(BinaryReader input, string path, string relative)
    {
        var digest = new LogDigest(path, relative)
        {
            Facts = new SessionFacts { Id = input.ReadString(), Parent = Text(input), Cwd = Text(input), TeamName = Text(input), AgentName = Text(input) },
            First = input.ReadInt64(),
            Last = input.ReadInt64(),
            Stop = input.ReadInt64(),
            Memory = Memory(input),
        };
        foreach (var stranger in Texts(input))
        {
            digest.Strangers.Add(stranger);
        }

        var texts = Texts(input);
        var sealedAt = input.ReadInt32();
        var words = new long[input.ReadInt32()];
        input.BaseStream.ReadExactly(MemoryMarshal.AsBytes(words.AsSpan()));
        digest.Restore(words, sealedAt, texts);
        return digest;
    }

    internal static void Text(BinaryWriter output, string? text)
    {
        output.Write(text is not null);
        if (text is not null)
        {
            output.Write(text);
        }
    }

    internal static string? Text(BinaryReader input) => input.ReadBoolean() ? input.ReadString() : null;

    private static void Texts(BinaryWriter output, IList<string> texts)
    {
        output.Write(texts.Count);
        foreach (var text in texts)
        {
            output.Write(text);
        }
    }

    private static string[] Texts(BinaryReader input)
    {
        var texts = new string[input.ReadInt32()];
        for (var number = 0; number < texts.Length; number++)
        {
            texts[number] = input.ReadString();
        }

        return texts;
    }

    private static void Memory(BinaryWriter output, LogMemory memory)
    {
        output.Write(memory.Lines);
        output.Write(memory.Malformed);
        output.Write(memory.TooLong);
        output.Write(memory.Time);
        output.Write(memory.LastLine);
        output.Write(memory.Text);
        output.Write(memory.Flag);
        output.Write(memory.Beneath is not null);
        if (memory.Beneath is { } beneath)
        {
            Memory(output, beneath);
        }
    }

    private static LogMemory Memory(BinaryReader input) => new()
    {
        Lines = input.ReadInt32(),
        Malformed = input.ReadInt32(),
        TooLong = input.ReadInt32(),
        Time = input.ReadInt64(),
        LastLine = input.ReadInt64(),
        Text = input.ReadInt32(),
        Flag = input.ReadBoolean(),
        Beneath = input.ReadBoolean() ? Memory(input) : null,
    };
}
