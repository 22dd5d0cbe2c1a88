using System.Buffers;
using PolicyAnalysis.Classification;
using PolicyAnalysis.Classification.Features;
using PolicyAnalysis.Classification.Model;

namespace PolicyAnalysis.ML.Training;

/// <summary>The features that a model knows, with the rarity of each, and the vectors of provisions over them.</summary>
internal sealed class FeatureVocabulary
{
    private readonly FeatureTable table;
    private readonly FeatureWeight[] features;

    private FeatureVocabulary(uint[] keys, FeatureGroup[] groups, float[] rarity, float[] groupScale)
    {
        Keys = keys;
        Groups = groups;
        Rarity = rarity;
        GroupScale = groupScale;
        table = new FeatureTable(keys);
        features = FeatureWeight.Of(groups, rarity, new float[keys.Length]);
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

        // The commonest first: what a score looks up most then lies together in memory.
        (uint Key, FeatureGroup Group, float Rarity)[] kept = [.. seen.Where(pair => pair.Value.Provisions >= leastProvisions)
            .Select(pair => (pair.Key, pair.Value.Group, Rareness(pair.Value.Group, pair.Value.Provisions, count)))
            .OrderBy(feature => feature.Item3)
            .ThenBy(feature => feature.Key)];
        return new FeatureVocabulary([.. kept.Select(feature => feature.Key)], [.. kept.Select(feature => feature.Group)], [.. kept.Select(feature => feature.Rarity)], groupScale);
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
        int needed = FeatureVector.Needed(Count);
        int[] lent = ArrayPool<int>.Shared.Rent(needed);
        var vector = new FeatureVector(table, features, lent.AsSpan(0, needed));
        FeatureReader.Read(input, ref vector);
        (int[], float[]) made = (vector.Numbers.ToArray(), vector.Values(GroupScale).ToArray());
        Array.Sort(made.Item1, made.Item2);
        ArrayPool<int>.Shared.Return(lent);
        return made;
    }

    /// <summary>Rounded to what a model file holds, so that training sees what scoring will.</summary>
    private static float Rareness(FeatureGroup group, int provisions, int all) =>
        group == FeatureGroup.Shape ? 1f : CompactModel.RarityStep * (float)Math.Min(byte.MaxValue, Math.Round((1 + Math.Log((1.0 + all) / (1.0 + provisions))) / CompactModel.RarityStep));

    private readonly struct KeySink(HashSet<(uint Key, FeatureGroup Group)> keys) : IFeatureSink
    {
        public HashSet<(uint Key, FeatureGroup Group)> Keys { get; } = keys;

        public void Add(uint key, FeatureGroup group, int start, int end) => Keys.Add((key, group));
    }
}
