using System.Numerics;
using System.Runtime.CompilerServices;

namespace PolicyAnalysis.Classification.Model;

/// <summary>Finds a feature's number by its key: an open-addressed table of 32-bit keys, half empty or more. Immutable.</summary>
internal sealed class FeatureTable
{
    private readonly uint[] slots;
    private readonly int[] numbers;
    private readonly int mask;

    /// <summary>Makes the table of the given keys; a key's number is its place.</summary>
    /// <param name="keys">The keys, none of them zero, all different.</param>
    public FeatureTable(ReadOnlySpan<uint> keys)
    {
        int size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, keys.Length * 2));
        slots = new uint[size];
        numbers = new int[size];
        mask = size - 1;
        for (int i = 0; i < keys.Length; i++)
        {
            int slot = (int)keys[i] & mask;
            while (slots[slot] != 0)
                slot = (slot + 1) & mask;
            slots[slot] = keys[i];
            numbers[slot] = i;
        }
    }

    /// <summary>The feature's number, or -1 where the model does not know it.</summary>
    /// <param name="key">The key; never zero.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Find(uint key)
    {
        int slot = (int)key & mask;
        while (true)
        {
            uint found = slots[slot];
            if (found == key)
                return numbers[slot];
            if (found == 0)
                return -1;
            slot = (slot + 1) & mask;
        }
    }
}
