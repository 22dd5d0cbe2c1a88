namespace PolicyAnalysis.Classification.Features;

/// <summary>
/// Reads the features of a provision: words and pairs of words of its text, opening, headings and lead-in, and its shape.
/// Training and scoring use this one reader, so that they cannot disagree.
/// </summary>
internal static class FeatureReader
{
    /// <summary>The version of what is read; a model names the version that it was trained with.</summary>
    public const int Version = 2;

    /// <summary>The number of groups.</summary>
    public const int GroupCount = 7;

    private const int OpeningWords = 6;
    private const int OuterHeadingsRead = 3;
    private const int ContextHeadings = 2;

    /// <summary>Reads all features of a provision, in a fixed order; linear in the length of its texts, without allocation.</summary>
    public static void Read<TSink>(ProvisionInput input, ref TSink sink)
        where TSink : struct, IFeatureSink, allows ref struct
    {
        ReadOnlySpan<char> text = input.Text;
        int words = ReadText(text, FeatureGroup.Body, OpeningWords, isContext: true, ref sink);
        IReadOnlyList<string> headings = input.Headings;
        for (int i = Math.Max(0, headings.Count - 1 - OuterHeadingsRead); i < headings.Count; i++)
            ReadText(headings[i], i == headings.Count - 1 ? FeatureGroup.Heading : FeatureGroup.OuterHeadings, openingWords: 0, isContext: i >= headings.Count - ContextHeadings, ref sink);
        if (input.LeadIn is { } leadIn)
            ReadText(leadIn, FeatureGroup.LeadIn, openingWords: 0, isContext: true, ref sink);
        ReadShape(input, text, words, ref sink);
    }

    /// <summary>Reads words and pairs of words; the first ones count for the opening too, where even a pair across the end of a sentence tells how a provision begins.</summary>
    private static int ReadText<TSink>(ReadOnlySpan<char> text, FeatureGroup group, int openingWords, bool isContext, ref TSink sink)
        where TSink : struct, IFeatureSink, allows ref struct
    {
        var reader = new WordReader(text);
        // Words outside the text cannot be pointed to in it.
        bool isText = group == FeatureGroup.Body;
        ulong before = 0;
        int start = 0, count = 0;
        while (reader.MoveNext())
        {
            sink.Add(Key(group, reader.Stem), group, reader.Start, reader.End);
            if (count > 0 && !reader.AfterBreak)
                sink.Add(Key(group, before, reader.Stem), group, start, reader.End);
            if (isContext)
                sink.Add(Key(FeatureGroup.Context, reader.Stem), FeatureGroup.Context, isText ? reader.Start : 0, isText ? reader.End : 0);
            if (count < openingWords)
            {
                sink.Add(Key(FeatureGroup.Opening, reader.Stem), FeatureGroup.Opening, reader.Start, reader.End);
                if (count > 0)
                    sink.Add(Key(FeatureGroup.Opening, before, reader.Stem), FeatureGroup.Opening, start, reader.End);
            }

            before = reader.Stem;
            start = reader.Start;
            count++;
        }

        return count;
    }

    private static void ReadShape<TSink>(ProvisionInput input, ReadOnlySpan<char> text, int words, ref TSink sink)
        where TSink : struct, IFeatureSink, allows ref struct
    {
        Shape(0, (ulong)input.DocumentType, ref sink);
        Shape(1, words switch { <= 3 => 0, <= 7 => 1, <= 14 => 2, <= 28 => 3, <= 56 => 4, <= 112 => 5, _ => 6 }, ref sink);
        ReadOnlySpan<char> trimmed = text.TrimEnd();
        Shape(2, trimmed.IsEmpty ? 0ul : trimmed[^1] switch { '.' => 1, ':' => 2, ';' => 3, '?' => 4, _ => 5 }, ref sink);
        Shape(3, input.LeadIn is null ? 0ul : 1ul, ref sink);
        Shape(4, (ulong)Math.Min(input.Headings.Count, 4), ref sink);
    }

    private static void Shape<TSink>(ulong which, ulong value, ref TSink sink)
        where TSink : struct, IFeatureSink, allows ref struct =>
        sink.Add(Key(FeatureGroup.Shape, which, value), FeatureGroup.Shape, 0, 0);

    private static uint Key(FeatureGroup group, ulong word) => Mix(word ^ (0x9E3779B97F4A7C15 * ((ulong)group + 1)));

    private static uint Key(FeatureGroup group, ulong first, ulong second) =>
        Mix((System.Numerics.BitOperations.RotateLeft(first * 0xC2B2AE3D27D4EB4F, 31) + second) ^ (0x9E3779B97F4A7C15 * ((ulong)group + 101)));

    private static uint Mix(ulong hash)
    {
        hash ^= hash >> 33;
        hash *= 0xFF51AFD7ED558CCD;
        hash ^= hash >> 33;
        hash *= 0xC4CEB9FE1A85EC53;
        hash ^= hash >> 33;
        // Zero marks an empty slot of the model's table.
        return (uint)hash == 0 ? 1u : (uint)hash;
    }
}
