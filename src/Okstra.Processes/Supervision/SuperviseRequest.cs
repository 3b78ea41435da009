using System.Buffers.Binary;
using System.Text;

namespace Okstra.Processes.Supervision;

/// <summary>What the engine asks a supervisor to run; it travels over a private pipe, so nothing secret is on a command line or on disk.</summary>
internal sealed record SuperviseRequest(
    string Executable,
    IReadOnlyList<string> Arguments,
    string WorkingDirectory,
    IReadOnlyDictionary<string, string> Environment,
    byte[] StandardInput,
    int StopSignal,
    TimeSpan GracePeriod)
{
    /// <summary>Bytes of the length that goes before a frame.</summary>
    public const int PrefixLength = 4;

    /// <summary>A prompt is megabytes at most; more is a broken frame.</summary>
    public const int MaximumLength = 512 * 1024 * 1024;

    /// <summary>Length and content, ready for the pipe.</summary>
    public byte[] ToFrame()
    {
        using var content = new MemoryStream();
        content.Write(stackalloc byte[PrefixLength]);
        using (var writer = new BinaryWriter(content, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(Executable);
            writer.Write(WorkingDirectory);
            writer.Write(StopSignal);
            writer.Write(GracePeriod.Ticks);
            writer.Write(Arguments.Count);
            foreach (var argument in Arguments)
            {
                writer.Write(argument);
            }

            writer.Write(Environment.Count);
            foreach (var (name, value) in Environment)
            {
                writer.Write(name);
                writer.Write(value);
            }

            writer.Write(StandardInput.Length);
            writer.Write(StandardInput);
        }

        var frame = content.ToArray();
        BinaryPrimitives.WriteInt32LittleEndian(frame, frame.Length - PrefixLength);
        return frame;
    }

    /// <summary>Reads the content of a frame; both ends are the same program, so a malformed one is a bug.</summary>
    public static SuperviseRequest FromContent(byte[] content)
    {
        using var reader = new BinaryReader(new MemoryStream(content, writable: false), Encoding.UTF8);
        var executable = reader.ReadString();
        var folder = reader.ReadString();
        var stopSignal = reader.ReadInt32();
        var grace = TimeSpan.FromTicks(reader.ReadInt64());
        var arguments = new string[reader.ReadInt32()];
        for (var index = 0; index < arguments.Length; index++)
        {
            arguments[index] = reader.ReadString();
        }

        var environment = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var left = reader.ReadInt32(); left > 0; left--)
        {
            environment[reader.ReadString()] = reader.ReadString();
        }

        return new SuperviseRequest(executable, arguments, folder, environment, reader.ReadBytes(reader.ReadInt32()), stopSignal, grace);
    }
}
