using System.Buffers.Binary;
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

    /// <summary>Ascending keys: so none occurs twice, and none is zero.</summary>
    public uint[] ReadKeys(int count)
    {
        ReadOnlySpan<byte> bytes = Take((long)count * 4);
        uint[] keys = new uint[count];
        uint before = 0;
        for (int i = 0; i < count; i++)
        {
            uint key = BinaryPrimitives.ReadUInt32LittleEndian(bytes[(i * 4)..]);
            if (key <= before)
                throw new ModelFormatException("The keys of the model file's features are out of order.");
            keys[i] = before = key;
        }

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

    public float[] ReadNumbers(int count)
    {
        ReadOnlySpan<byte> bytes = Take((long)count * 4);
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++)
        {
            float number = BinaryPrimitives.ReadSingleLittleEndian(bytes[(i * 4)..]);
            // Bounded, so that no sum of products can become infinite.
            if (!(MathF.Abs(number) <= 1e6f))
                throw new ModelFormatException("The model file holds a number that is not finite or too large.");
            numbers[i] = number;
        }

        return numbers;
    }

    public sbyte[] ReadWeights(long count) =>
        System.Runtime.InteropServices.MemoryMarshal.Cast<byte, sbyte>(Take(count)).ToArray();

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
}
