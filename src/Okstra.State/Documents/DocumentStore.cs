using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Okstra.Core.Problems;
using Okstra.State.Writing;

namespace Okstra.State.Documents;

/// <summary>Reads and writes JSON documents; unreadable state is a <see cref="Problem"/> that names the file and a copy, never "start empty".</summary>
/// <param name="writer">The process's writer.</param>
/// <param name="clock">Names the copy of an unreadable document.</param>
public sealed class DocumentStore(StateWriter writer, TimeProvider clock)
{
    /// <summary>Code of the problem that a document cannot be read for what it is.</summary>
    public const string UnreadableCode = "OKS0204";

    private const int FirstSchemaVersion = 1;
    private const long SizeLimit = 256L * 1024 * 1024;
    private readonly UnreadableCopy _copies = new(writer, clock);

    /// <summary>The writer behind it, for text files and lines.</summary>
    public StateWriter Writer => writer;

    public static bool Exists(string path) => File.Exists(path);

    /// <exception cref="UserErrorException">Missing, unreadable, or written by a newer okstra.</exception>
    public T Read<T>(string path, JsonTypeInfo<T> type)
        where T : class => Read(path, type, FirstSchemaVersion);

    /// <exception cref="UserErrorException">Missing, unreadable, or its schema is newer than <paramref name="schemaVersion"/>.</exception>
    public T Read<T>(string path, JsonTypeInfo<T> type, int schemaVersion)
        where T : class => TryRead(path, type, schemaVersion)
        ?? throw new UserErrorException("OKS0203", $"'{path}' does not exist", "check the run or task named, or run its command again");

    /// <summary>Null when the file does not exist; everything else as <see cref="Read{T}(string, JsonTypeInfo{T})"/>.</summary>
    public T? TryRead<T>(string path, JsonTypeInfo<T> type)
        where T : class => TryRead(path, type, FirstSchemaVersion);

    public T? TryRead<T>(string path, JsonTypeInfo<T> type, int schemaVersion)
        where T : class
    {
        if (ReadBytes(path) is not { } bytes)
        {
            return null;
        }

        var found = SchemaVersionProbe.Read(bytes);
        if (found > schemaVersion)
        {
            throw new UserErrorException("OKS0205", $"'{path}' was written by a newer okstra (schema {found}; this one reads up to {schemaVersion})", "update okstra");
        }

        try
        {
            return JsonSerializer.Deserialize(bytes, StateJson.ForDocument(type)) ?? throw new JsonException("the document is null");
        }
        catch (Exception failure) when (failure is JsonException or NotSupportedException)
        {
            throw Unreadable(path, bytes, failure);
        }
    }

    /// <summary>Replaces or creates the document atomically.</summary>
    public void Write<T>(string path, T document, JsonTypeInfo<T> type)
        where T : class => writer.Write(path, Bytes(document, type));

    /// <summary>Creates a document that is never replaced.</summary>
    /// <exception cref="UserErrorException">It exists already.</exception>
    public void WriteOnce<T>(string path, T document, JsonTypeInfo<T> type)
        where T : class => writer.CreateNew(path, Bytes(document, type));

    private static byte[] Bytes<T>(T document, JsonTypeInfo<T> type) =>
        [.. JsonSerializer.SerializeToUtf8Bytes(document, StateJson.ForDocument(type)), (byte)'\n'];

    private static byte[]? ReadBytes(string path)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            if (stream.Length > SizeLimit)
            {
                throw new UserErrorException("OKS0204", $"'{path}' is larger than 256 MiB and is no document of okstra", "move it away and run the command again");
            }

            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            return bytes;
        }
        catch (Exception failure) when (failure is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException(new Problem("OKS0207", $"cannot read '{path}': {failure.Message.Split(" : '")[0]}", "make it a file that you can read"), failure);
        }
    }

    /// <summary>The problem of a document that was read and is not what it should be; a copy is kept.</summary>
    public UserErrorException Unreadable(string path, string reason) => Unreadable(path, ReadBytes(path) ?? [], new JsonException(reason));

    private UserErrorException Unreadable(string path, byte[] bytes, Exception failure)
    {
        var copy = _copies.Keep(path, bytes);
        var kept = copy is null ? "no copy of it could be written" : $"a copy is kept as '{copy}'";
        return new UserErrorException(
            new Problem(UnreadableCode, $"'{path}' is not readable as okstra's document: {failure.Message.Split(" Path: ")[0]}; {kept}", "repair the file by hand or restore it from a backup; okstra never overwrites it"),
            failure);
    }
}
