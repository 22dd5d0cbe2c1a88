using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using PolicyAnalysis.Classification.Features;

namespace PolicyAnalysis.Classification.Model;

/// <summary>Reads the payload of a model file; every length is checked against what is left before anything is made of it.</summary>
internal ref struct PayloadReader(ReadOnlySpan<byte> payload)
{
    private const int LongestText = 1024;

    private ReadOnlySpan<byte> rest = payload;

    public int ReadCount(int least, int most, string what)
    {
        int count = BinaryPrimitives.ReadInt32LittleEndian(Take(4));
        if (count < least || count > most)
            throw new ModelFormatException($"The model file states {count} {what}; {least} to {most} are allowed.");
        return count;
    }

    public string ReadText()
    {
        ReadOnlySpan<byte> bytes = Take(ReadCount(0, LongestText, "bytes of text"));
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        }
        catch (ArgumentException error)
        {
            throw new ModelFormatException("The model file holds a text that is not UTF-8.", error);
        }
    }

    /// <summary>Keys, none of them zero, which marks an empty slot of the table; of two equal ones the second is never found.</summary>
    public uint[] ReadKeys(int count)
    {
        uint[] keys = MemoryMarshal.Cast<byte, uint>(Take((long)count * 4)).ToArray();
        if (!BitConverter.IsLittleEndian)
            BinaryPrimitives.ReverseEndianness(keys, keys);
        if (keys.AsSpan().Contains(0u))
            throw new ModelFormatException("The model file holds a feature without a key.");
        return keys;
    }

    public FeatureGroup[] ReadGroups(int count)
    {
        ReadOnlySpan<byte> bytes = Take(count);
        var groups = new FeatureGroup[count];
        for (int i = 0; i < count; i++)
        {
            if (bytes[i] >= FeatureReader.GroupCount)
                throw new ModelFormatException($"The model file names a group of features {bytes[i]} that does not exist.");
            groups[i] = (FeatureGroup)bytes[i];
        }

        return groups;
    }

    public float[] ReadRarity(int count)
    {
        ReadOnlySpan<byte> bytes = Take(count);
        float[] rarity = new float[count];
        for (int i = 0; i < count; i++)
            rarity[i] = bytes[i] * CompactModel.RarityStep;
        return rarity;
    }

    /// <summary>Numbers of which the file holds the upper half.</summary>
    public float[] ReadScales(int count)
    {
        ReadOnlySpan<byte> bytes = Take((long)count * 2);
        float[] scales = new float[count];
        for (int i = 0; i < count; i++)
            scales[i] = Bounded(BitConverter.UInt32BitsToSingle((uint)BinaryPrimitives.ReadUInt16LittleEndian(bytes[(i * 2)..]) << 16));
        return scales;
    }

    public float[] ReadNumbers(int count)
    {
        ReadOnlySpan<byte> bytes = Take((long)count * 4);
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++)
            numbers[i] = Bounded(BinaryPrimitives.ReadSingleLittleEndian(bytes[(i * 4)..]));
        return numbers;
    }

    public byte[] ReadWeights(long count) => Take(count).ToArray();

    public readonly void RequireEnd()
    {
        if (!rest.IsEmpty)
            throw new ModelFormatException($"The model file holds {rest.Length} bytes more than its counts explain.");
    }

    private ReadOnlySpan<byte> Take(long length)
    {
        if (length > rest.Length)
            throw new ModelFormatException("The model file's counts ask for more bytes than it has.");
        ReadOnlySpan<byte> taken = rest[..(int)length];
        rest = rest[(int)length..];
        return taken;
    }

    /// <summary>Bounded, so that no sum of products can become infinite.</summary>
    private static float Bounded(float number) =>
        MathF.Abs(number) <= 1e6f ? number : throw new ModelFormatException("The model file holds a number that is not finite or too large.");
}
