using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace Okstra.Core.Reconciling;

/// <summary>
/// Reads the patches of <c>git diff-tree --stdin -r -p --full-index --binary</c> as they arrive, in pieces of any size, and identifies each. Dropped are line numbers
/// with the function name behind them, and the object ids of text files; a binary file has no context to go by and keeps its ids.
/// </summary>
/// <param name="headers">The line before each patch, in order: <c>&lt;tree&gt; &lt;tree&gt;</c>.</param>
/// <param name="limit">Bytes of one patch beyond which it stays unknown.</param>
public sealed class PatchReader(IReadOnlyList<string> headers, long limit) : IDisposable
{
    /// <summary>More than two ids of 64 digits.</summary>
    private const int HeaderRoom = 200;

    private readonly ArrayBufferWriter<byte> _line = new();
    private readonly List<PatchId> _found = [];
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private byte[]? _objects;
    private long _size;
    private bool _changed;

    public void Write(ReadOnlySpan<byte> bytes)
    {
        while (bytes.IndexOf((byte)'\n') is >= 0 and var end)
        {
            Gather(bytes[..end]);
            bytes = bytes[(end + 1)..];
            Take(_line.WrittenSpan);
            _line.ResetWrittenCount();
        }

        Gather(bytes);
    }

    /// <summary>One identity for each header; what never arrived is unknown.</summary>
    public IReadOnlyList<PatchId> Finish()
    {
        // A last line without its end was cut off, and with it the patch it belongs to.
        _size = _line.WrittenCount > 0 ? long.MaxValue : _size;
        Close();
        return [.. _found.Skip(1).Concat(Enumerable.Repeat(PatchId.Unknown, headers.Count)).Take(headers.Count)];
    }

    public void Dispose() => _hash.Dispose();

    private void Gather(ReadOnlySpan<byte> part)
    {
        _size = Math.Min(_size, long.MaxValue - part.Length) + part.Length;

        // Beyond the limit only enough of each line is kept to tell a header from it.
        _line.Write(_size <= limit ? part : part[..Math.Clamp(HeaderRoom - _line.WrittenCount, 0, part.Length)]);
    }

    // diff --git a/cart.py b/cart.py
    // index 422c2b7ab3b3c668038da977e4e93a5fc623169c..0f7bc766052a5a0ee28a393d51d2370f96d8ceb8 100644
    // @@ -1,2 +1,2 @@ def total(items):
    private void Take(ReadOnlySpan<byte> line)
    {
        if (_found.Count < headers.Count && IsHeader(line))
        {
            Close();
            return;
        }

        if (_size > limit)
        {
            return;
        }

        if (_objects is { } objects)
        {
            _objects = null;
            if (line.SequenceEqual("GIT binary patch"u8))
            {
                Add(objects);
            }
        }

        // Lines of files begin with a space, a sign or a backslash, so these two can only be git's own.
        if (line.StartsWith("index "u8))
        {
            _objects = line.ToArray();
            return;
        }

        Add(line.StartsWith("@@ "u8) ? "@@"u8 : line);
    }

    private bool IsHeader(ReadOnlySpan<byte> line) => line.SequenceEqual(Encoding.ASCII.GetBytes(headers[_found.Count]));

    private void Add(ReadOnlySpan<byte> line)
    {
        _changed = true;
        _hash.AppendData(line);
        _hash.AppendData("\n"u8);
    }

    private void Close()
    {
        var hash = Convert.ToHexStringLower(_hash.GetHashAndReset());
        _found.Add(_size > limit ? PatchId.Unknown : _changed ? new PatchId(hash) : PatchId.Empty);
        (_objects, _size, _changed) = (null, 0, false);
    }
}
