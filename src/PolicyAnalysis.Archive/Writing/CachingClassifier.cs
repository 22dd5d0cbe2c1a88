using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using PolicyAnalysis.Archive.Wordings;
using PolicyAnalysis.Classification;

namespace PolicyAnalysis.Archive.Writing;

/// <summary>Asks a classifier once for each provision with its context: most provisions of a version stood in the one before.</summary>
/// <remarks>Thread-safe. Starts again from nothing when it is full, so its memory is bounded.</remarks>
internal sealed class CachingClassifier(IProvisionClassifier classifier) : IProvisionClassifier
{
    private const int MostKept = 100_000;

    private readonly ConcurrentDictionary<UInt128, IReadOnlyList<ProvisionLabel>> _known = new();

    public string Version => classifier.Version;

    public IReadOnlyList<ProvisionLabel> Classify(ProvisionInput input)
    {
        UInt128 key = KeyOf(input);
        if (_known.TryGetValue(key, out IReadOnlyList<ProvisionLabel>? labels))
            return labels;
        labels = classifier.Classify(input);
        if (_known.Count >= MostKept)
            _known.Clear();
        _known[key] = labels;
        return labels;
    }

    private static UInt128 KeyOf(ProvisionInput input)
    {
        // Lengths go before texts, so that no two contexts write the same key.
        var key = new StringBuilder(input.Text.Length + 256);
        key.Append(CultureInfo.InvariantCulture, $"{(int)input.DocumentType} {(int)input.Kind} {input.LeadIn?.Length ?? -1} {input.LeadIn}");
        foreach (string heading in input.Headings)
            key.Append(CultureInfo.InvariantCulture, $" {heading.Length} {heading}");
        key.Append('\n').Append(input.Text);
        return WordingHash.Of(key.ToString());
    }
}
