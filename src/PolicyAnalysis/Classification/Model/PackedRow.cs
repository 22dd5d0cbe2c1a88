namespace PolicyAnalysis.Classification.Model;

/// <summary>
/// A row of weights of four bits each, -7 to 7. Of each 64 columns the first 32 stand in the lower halves of 32 bytes and the others in
/// the upper halves, so that one load and one shift unpack them; columns that do not fill a block stand two a byte.
/// </summary>
internal static class PackedRow
{
    /// <summary>The columns of a block.</summary>
    public const int Block = 64;

    /// <summary>The bytes of a block.</summary>
    public const int BlockBytes = Block / 2;

    /// <summary>The largest weight.</summary>
    public const int Largest = 7;

    private const int Sign = 8;

    /// <summary>The bytes of a row with so many columns.</summary>
    public static int Bytes(int width) => (width / Block * BlockBytes) + (((width % Block) + 1) / 2);

    /// <summary>One weight.</summary>
    public static int Get(ReadOnlySpan<byte> row, int width, int column)
    {
        (int place, bool upper) = Place(width, column);
        int half = upper ? row[place] >> 4 : row[place] & 15;
        return (half ^ Sign) - Sign;
    }

    /// <summary>Sets one weight of a row that is zero there.</summary>
    public static void Set(Span<byte> row, int width, int column, int weight)
    {
        (int place, bool upper) = Place(width, column);
        row[place] |= (byte)((weight & 15) << (upper ? 4 : 0));
    }

    private static (int Place, bool Upper) Place(int width, int column)
    {
        int block = column / Block, within = column % Block;
        return block < width / Block
            ? ((block * BlockBytes) + (within % BlockBytes), within >= BlockBytes)
            : ((block * BlockBytes) + (within / 2), within % 2 == 1);
    }
}
