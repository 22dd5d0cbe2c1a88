using System.Buffers;
using PolicyAnalysis.Classification;
using PolicyAnalysis.Classification.Features;
using PolicyAnalysis.Classification.Model;

namespace PolicyAnalysis.ML.Training;

/// <summary>The features that a model knows, with the rarity of each, and the vectors of provisions over them.</summary>
internal sealed class FeatureVocabulary
{
    private readonly FeatureTable table;

    private FeatureVocabulary(uint[] keys, FeatureGroup[] groups, float[] rarity, float[] groupScale)
    {
        Keys = keys;
        Groups = groups;
        Rarity = rarity;
        GroupScale = groupScale;
        table = new FeatureTable(keys);
    }

    public uint[] Keys { get; }

    public FeatureGroup[] Groups { get; }

    public float[] Rarity { get; }

    public float[] GroupScale { get; }

    public int Count => Keys.Length;

    /// <summary>The features that at least <paramref name="leastProvisions"/> provisions have.</summary>
    public static FeatureVocabulary Build(IEnumerable<ProvisionInput> inputs, int leastProvisions, float[] groupScale)
    {
        var seen = new Dictionary<uint, (FeatureGroup Group, int Provisions)>();
        int count = 0;
        foreach (ProvisionInput input in inputs)
        {
            var sink = new KeySink([]);
            FeatureReader.Read(input, ref sink);
            foreach ((uint key, FeatureGroup group) in sink.Keys)
            {
                (FeatureGroup First, int Provisions) before = seen.GetValueOrDefault(key, (group, 0));
                seen[key] = (before.First, before.Provisions + 1);
            }

            count++;
        }

        KeyValuePair<uint, (FeatureGroup Group, int Provisions)>[] kept = [.. seen.Where(pair => pair.Value.Provisions >= leastProvisions).OrderBy(pair => pair.Key)];
        return new FeatureVocabulary(
            [.. kept.Select(pair => pair.Key)],
            [.. kept.Select(pair => pair.Value.Group)],
            [.. kept.Select(pair => Rareness(pair.Value.Group, pair.Value.Provisions, count))],
            groupScale);
    }

    /// <summary>The vocabulary with only the given features, by their numbers.</summary>
    public FeatureVocabulary Keep(IEnumerable<int> numbers)
    {
        int[] kept = [.. numbers.Order()];
        return new FeatureVocabulary([.. kept.Select(i => Keys[i])], [.. kept.Select(i => Groups[i])], [.. kept.Select(i => Rarity[i])], GroupScale);
    }

    /// <summary>The vector of a provision: numbers ascending, with values.</summary>
    public (int[] Numbers, float[] Values) Vectorize(ProvisionInput input)
    {
        ushort[] counts = ArrayPool<ushort>.Shared.Rent(Count);
        int[] numbers = ArrayPool<int>.Shared.Rent(Count);
        float[] values = ArrayPool<float>.Shared.Rent(Count);
        Array.Clear(counts, 0, Count);
        var vector = new FeatureVector(table, Groups, Rarity, counts, numbers, values);
        FeatureReader.Read(input, ref vector);
        int used = vector.Finish(GroupScale);
        (int[], float[]) made = (numbers[..used], values[..used]);
        Array.Sort(made.Item1, made.Item2);
        ArrayPool<ushort>.Shared.Return(counts);
        ArrayPool<int>.Shared.Return(numbers);
        ArrayPool<float>.Shared.Return(values);
        return made;
    }

    private static float Rareness(FeatureGroup group, int provisions, int all) =>
        group == FeatureGroup.Shape ? 1f : (float)(1 + Math.Log((1.0 + all) / (1.0 + provisions)));

    private readonly struct KeySink(HashSet<(uint Key, FeatureGroup Group)> keys) : IFeatureSink
    {
        public HashSet<(uint Key, FeatureGroup Group)> Keys { get; } = keys;

        public void Add(uint key, FeatureGroup group, int start, int end) => Keys.Add((key, group));
    }
}
