namespace PolicyAnalysis.Archive.Importing;

/// <summary>Gathers the versions of each document of a history; the documents come in ordinal order of platform and name.</summary>
internal sealed class RecordedDocuments
{
    private readonly SortedDictionary<(string Platform, string Name), List<RecordedVersion>> _versions =
        new(Comparer<(string Platform, string Name)>.Create(static (left, right) => (string.CompareOrdinal(left.Platform, right.Platform), string.CompareOrdinal(left.Name, right.Name)).CompareTo((0, 0))));

    public void Add((string Platform, string Name) document, RecordedVersion version)
    {
        if (!_versions.TryGetValue(document, out List<RecordedVersion>? versions))
            _versions.Add(document, versions = []);
        versions.Add(version);
    }

    /// <summary>The documents, each with its versions in the order they were added.</summary>
    public IEnumerable<RecordedDocument> All() => _versions.Select(static pair => new RecordedDocument(pair.Key.Platform, pair.Key.Name, pair.Value));
}
