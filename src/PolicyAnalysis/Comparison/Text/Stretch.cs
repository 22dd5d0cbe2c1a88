namespace PolicyAnalysis.Comparison.Text;

/// <summary>A stretch of both texts that is still to be compared.</summary>
internal readonly record struct Stretch(int BeforeStart, int BeforeEnd, int AfterStart, int AfterEnd)
{
    public int BeforeLength => BeforeEnd - BeforeStart;

    public int AfterLength => AfterEnd - AfterStart;

    public bool IsOneSided => BeforeLength == 0 || AfterLength == 0;

    public int Shorter => Math.Min(BeforeLength, AfterLength);

    /// <summary>Characters times characters: what a full comparison grows with.</summary>
    public long Area => BeforeLength * (long)AfterLength;
}
