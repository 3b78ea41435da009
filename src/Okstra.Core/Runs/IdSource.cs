using System.Security.Cryptography;

namespace Okstra.Core.Runs;

/// <summary>Makes version-4 UUIDs; seeded in tests, from the system's generator otherwise.</summary>
public sealed class IdSource
{
    private readonly Action<byte[]> _fill;

    private IdSource(Action<byte[]> fill) => _fill = fill;

    public static IdSource FromSystem() => new(static bytes => RandomNumberGenerator.Fill(bytes));

#pragma warning disable CA5394 // A seeded source exists for tests; nothing secret is drawn from it.
    public static IdSource Seeded(int seed)
    {
        var random = new Random(seed);
        return new IdSource(random.NextBytes);
    }
#pragma warning restore CA5394

    /// <summary>0 up to, not including, 1; spreads those who wait for the same moment.</summary>
    public double NewFraction()
    {
        var bytes = new byte[4];
        lock (_fill)
        {
            _fill(bytes);
        }

        return BitConverter.ToUInt32(bytes) / (uint.MaxValue + 1.0);
    }

    public string NewUuid()
    {
        var bytes = new byte[16];
        lock (_fill)
        {
            _fill(bytes);
        }

        bytes[6] = (byte)((bytes[6] & 0x0f) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3f) | 0x80);
        return new Guid(bytes, bigEndian: true).ToString();
    }
}
