using System.Runtime.InteropServices;
using PolicyAnalysis.Classification.Features;

namespace PolicyAnalysis.Classification.Model;

/// <summary>Gathers a provision's known features with their values: term frequency, rarity, each group brought to its length.</summary>
/// <remarks>
/// Both training and scoring make their vectors here. Allocates nothing: the caller lends the memory, which need not be clear, for a
/// feature counts as seen only where its place and the number at that place name each other (Briggs and Torczon 1993).
/// </remarks>
internal ref struct FeatureVector : IFeatureSink
{
    private readonly FeatureTable table;
    private readonly ReadOnlySpan<FeatureWeight> features;
    private readonly Span<int> places;
    private readonly Span<int> numbers;
    private readonly Span<int> counts;
    private int used;

    /// <summary>Makes an empty vector over lent memory.</summary>
    /// <param name="table">The features that the model knows.</param>
    /// <param name="features">Group and rarity of each.</param>
    /// <param name="lent">At least <see cref="Needed"/> cells, with anything in them.</param>
    public FeatureVector(FeatureTable table, ReadOnlySpan<FeatureWeight> features, Span<int> lent)
    {
        this.table = table;
        this.features = features;
        places = lent[..features.Length];
        numbers = lent.Slice(features.Length, features.Length);
        counts = lent.Slice(2 * features.Length, features.Length);
    }

    /// <summary>The numbers of the features that were seen, in order of first appearance.</summary>
    public readonly ReadOnlySpan<int> Numbers => numbers[..used];

    /// <summary>1 + ln n: written out, because a library's logarithm may differ in its last bit from machine to machine.</summary>
    private static ReadOnlySpan<float> Frequency => [0f, 1f, 1.6931472f, 2.0986123f, 2.3862944f, 2.6094379f, 2.7917595f, 2.9459101f, 3.0794415f];

    /// <summary>The cells of memory that a vector over so many features needs.</summary>
    public static int Needed(int features) => checked(3 * features);

    /// <inheritdoc/>
    public void Add(uint key, FeatureGroup group, int start, int end)
    {
        int number = table.Find(key);
        if (number < 0 || features[number].Group != group)
            return;
        int place = places[number];
        if ((uint)place >= (uint)used || numbers[place] != number)
        {
            places[number] = used;
            numbers[used] = number;
            counts[used++] = 1;
        }
        else if (counts[place] < Frequency.Length - 1)
        {
            counts[place]++;
        }
    }

    /// <summary>Computes the values of the features that were seen; nothing can be added afterwards.</summary>
    /// <param name="groupScale">The length to which each group is brought.</param>
    public readonly Span<float> Values(ReadOnlySpan<float> groupScale)
    {
        Span<float> values = MemoryMarshal.Cast<int, float>(counts[..used]);
        Span<float> squares = stackalloc float[FeatureReader.GroupCount];
        squares.Clear();
        for (int i = 0; i < values.Length; i++)
        {
            FeatureWeight feature = features[numbers[i]];
            float value = Frequency[counts[i]] * feature.Rarity;
            values[i] = value;
            squares[(int)feature.Group] += value * value;
        }

        for (int group = 0; group < squares.Length; group++)
            squares[group] = squares[group] > 0 ? groupScale[group] / MathF.Sqrt(squares[group]) : 0;
        for (int i = 0; i < values.Length; i++)
            values[i] *= squares[(int)features[numbers[i]].Group];
        return values;
    }
}
