using System.Buffers.Binary;

namespace Okstra.Core.Usage.Logs.Reading;

/// <summary>128 bits that stand for an id: two ids never meet by accident, and a million of them fit into 16 MB. No protection against anybody who tries.</summary>
/// <param name="High">Half of it.</param>
/// <param name="Low">The other half.</param>
public readonly record struct LogKey(ulong High, ulong Low)
{
    private const ulong First = 0x9E3779B97F4A7C15;
    private const ulong Second = 0xD6E8FEB86659FD93;
    private const ulong Third = 0xA0761D6478BD642F;
    private const ulong Fourth = 0xE7037ED1A0B428DB;

    /// <summary>No id.</summary>
    public static LogKey None => default;

    /// <summary>Compared millions of times: the compiler's own version asks a comparer for each half.</summary>
    public bool Equals(LogKey other) => High == other.High && Low == other.Low;

    public override int GetHashCode() => (int)(Low ^ (High >> 32));

    public static LogKey Of(ReadOnlySpan<byte> bytes) => Of(bytes, None);

    /// <summary>Of the bytes after what <paramref name="before"/> stands for.</summary>
    public static LogKey Of(ReadOnlySpan<byte> bytes, LogKey before)
    {
        var a = before.High ^ First;
        var b = before.Low ^ Second ^ (ulong)bytes.Length;
        while (bytes.Length >= 16)
        {
            Stir(BinaryPrimitives.ReadUInt64LittleEndian(bytes), BinaryPrimitives.ReadUInt64LittleEndian(bytes[8..]), ref a, ref b);
            bytes = bytes[16..];
        }

        Span<byte> rest = stackalloc byte[16];
        rest.Clear();
        bytes.CopyTo(rest);
        Stir(BinaryPrimitives.ReadUInt64LittleEndian(rest), BinaryPrimitives.ReadUInt64LittleEndian(rest[8..]), ref a, ref b);
        return new LogKey(Mix(a ^ Third, b ^ Fourth), Mix(b ^ First, a ^ Third));
    }

    private static void Stir(ulong x, ulong y, ref ulong a, ref ulong b)
    {
        var old = a;
        a = Mix(a ^ x ^ First, b ^ y ^ Third);
        b = Mix(b ^ ulong.RotateLeft(x, 29) ^ Second, old ^ ulong.RotateLeft(y, 17) ^ Fourth) + a;
    }

    private static ulong Mix(ulong x, ulong y)
    {
        var high = Math.BigMul(x, y, out var low);
        return high ^ low;
    }
}
