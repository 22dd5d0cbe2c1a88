using System.Numerics;
using System.Runtime.CompilerServices;

namespace PolicyAnalysis.Classification.Model;

/// <summary>Finds a feature's number by its key: an open-addressed table, half empty or more, with key and number side by side. Immutable.</summary>
internal sealed class FeatureTable
{
    /// <summary>The key in the upper half, the number in the lower; zero is an empty slot, for no key is zero.</summary>
    private readonly ulong[] slots;
    private readonly int shift;

    /// <summary>Makes the table of the given keys; a key's number is its place.</summary>
    /// <param name="keys">The keys, none of them zero; of two equal ones the first is found.</param>
    public FeatureTable(ReadOnlySpan<uint> keys)
    {
        uint size = BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, keys.Length * 2));
        slots = new ulong[size];
        shift = 32 - BitOperations.Log2(size);
        for (int i = 0; i < keys.Length; i++)
        {
            uint slot = keys[i] >> shift;
            while (slots[slot] != 0)
                slot = (slot + 1) & (size - 1);
            slots[slot] = ((ulong)keys[i] << 32) | (uint)i;
        }
    }

    /// <summary>The feature's number, or -1 where the model does not know it.</summary>
    /// <param name="key">The key; never zero.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Find(uint key)
    {
        uint slot = key >> shift;
        while (true)
        {
            ulong found = slots[slot];
            if ((uint)(found >> 32) == key)
                return (int)found;
            if (found == 0)
                return -1;
            slot = (slot + 1) & (uint)(slots.Length - 1);
        }
    }
}
