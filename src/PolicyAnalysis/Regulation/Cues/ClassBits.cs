namespace PolicyAnalysis.Regulation.Cues;

/// <summary>A set of classes as bits.</summary>
internal sealed class ClassBits(int length)
{
    private readonly ulong[] _bits = new ulong[length];

    public void CopyFrom(ReadOnlySpan<ulong> bits) => bits.CopyTo(_bits);

    public void Add(ReadOnlySpan<ulong> bits)
    {
        for (int i = 0; i < bits.Length; i++)
            _bits[i] |= bits[i];
    }

    public bool Has(int index) => (_bits[index >> 6] >> (index & 63) & 1) != 0;
}
