using PolicyAnalysis.Classification.Features;

namespace PolicyAnalysis.Classification.Model;

/// <summary>Gathers a provision's known features with their values: term frequency, rarity, each group brought to its length.</summary>
/// <remarks>Both training and scoring make their vectors here. Allocates nothing; the caller lends the memory.</remarks>
internal ref struct FeatureVector : IFeatureSink
{
    private readonly FeatureTable table;
    private readonly ReadOnlySpan<FeatureGroup> groups;
    private readonly ReadOnlySpan<float> rarity;
    private readonly Span<ushort> counts;
    private readonly Span<int> numbers;
    private readonly Span<float> values;
    private int used;

    /// <summary>Makes an empty vector over lent memory.</summary>
    /// <param name="table">The features that the model knows.</param>
    /// <param name="groups">The group of each.</param>
    /// <param name="rarity">The rarity of each.</param>
    /// <param name="counts">As many cells as there are features, all zero; they are zero again after <see cref="Finish"/>.</param>
    /// <param name="numbers">As many cells as there are features.</param>
    /// <param name="values">As many cells as there are features.</param>
    public FeatureVector(FeatureTable table, ReadOnlySpan<FeatureGroup> groups, ReadOnlySpan<float> rarity, Span<ushort> counts, Span<int> numbers, Span<float> values)
    {
        this.table = table;
        this.groups = groups;
        this.rarity = rarity;
        this.counts = counts;
        this.numbers = numbers;
        this.values = values;
    }

    /// <summary>1 + ln n: written out, because a library's logarithm may differ in its last bit from machine to machine.</summary>
    private static ReadOnlySpan<float> Frequency => [0f, 1f, 1.6931472f, 2.0986123f, 2.3862944f, 2.6094379f, 2.7917595f, 2.9459101f, 3.0794415f];

    /// <inheritdoc/>
    public void Add(uint key, FeatureGroup group, int start, int end)
    {
        int number = table.Find(key);
        if (number < 0 || groups[number] != group)
            return;
        if (counts[number] == 0)
            numbers[used++] = number;
        if (counts[number] < Frequency.Length - 1)
            counts[number]++;
    }

    /// <summary>Computes the values and leaves the counts zero.</summary>
    /// <param name="groupScale">The length to which each group is brought.</param>
    /// <returns>How many cells of numbers and values are filled, in order of first appearance.</returns>
    public readonly int Finish(ReadOnlySpan<float> groupScale)
    {
        Span<float> squares = stackalloc float[FeatureReader.GroupCount];
        squares.Clear();
        for (int i = 0; i < used; i++)
        {
            int number = numbers[i];
            float value = Frequency[counts[number]] * rarity[number];
            counts[number] = 0;
            values[i] = value;
            squares[(int)groups[number]] += value * value;
        }

        for (int group = 0; group < squares.Length; group++)
            squares[group] = squares[group] > 0 ? groupScale[group] / MathF.Sqrt(squares[group]) : 0;
        for (int i = 0; i < used; i++)
            values[i] *= squares[(int)groups[numbers[i]]];
        return used;
    }
}
