namespace Okstra.Core.Usage.Logs.Reading;

/// <summary>Numbers keys in the order they come: 0, 1, 2, …. Open addressing over flat arrays; nothing is ever removed.</summary>
public sealed class KeyIndex
{
    private LogKey[] _keys = new LogKey[64];
    private int[] _slots = new int[128];

    public int Count { get; private set; }

    /// <summary>The key's number; <paramref name="isNew"/> when it had none.</summary>
    public int Of(LogKey key, out bool isNew)
    {
        var slot = Slot(key);
        isNew = _slots[slot] == 0;
        if (!isNew)
        {
            return _slots[slot] - 1;
        }

        if (Count == _keys.Length)
        {
            Grow();
            slot = Slot(key);
        }

        _keys[Count] = key;
        _slots[slot] = Count + 1;
        return Count++;
    }

    /// <summary>The key's number, or -1.</summary>
    public int Find(LogKey key) => _slots[Slot(key)] - 1;

    private int Slot(LogKey key)
    {
        var mask = _slots.Length - 1;
        var slot = (int)(key.Low ^ (key.High >> 32)) & mask;
        while (_slots[slot] != 0 && _keys[_slots[slot] - 1] != key)
        {
            slot = (slot + 1) & mask;
        }

        return slot;
    }

    private void Grow()
    {
        System.Array.Resize(ref _keys, _keys.Length * 4);
        _slots = new int[_keys.Length * 2];
        for (var number = 0; number < Count; number++)
        {
            _slots[Slot(_keys[number])] = number + 1;
        }
    }
}
