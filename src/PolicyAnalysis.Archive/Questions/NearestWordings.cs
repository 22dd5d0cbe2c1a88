using Microsoft.Data.Sqlite;
using PolicyAnalysis.Archive.Storage;
using PolicyAnalysis.Archive.Wordings;

namespace PolicyAnalysis.Archive.Questions;

/// <summary>Keeps the index of sketches in memory, grows it with the archive, and checks candidates on their texts.</summary>
/// <remarks>Thread-safe. The index is built on the first question, in time linear in the wordings.</remarks>
internal sealed class NearestWordings
{
    /// <summary>An estimate from 64 bytes may lie this far below the truth.</summary>
    private const double Slack = 0.2;

    private const int MostPlaces = 20;

    private readonly Lock _lock = new();
    private WordingIndex? _index;
    private long _known;

    public IReadOnlyList<NearWording> Find(SqliteConnection connection, string text, double least, int most, CancellationToken cancellationToken)
    {
        uint[] shingles = Shingles.Of(text);
        if (WordingSketch.Of(text) is not { } sketch)
            return [];
        List<(long Id, double Estimate)> candidates = Index(connection).Find(sketch, least - Slack);
        // The estimates order the candidates well enough that the best ones are among the first few times as many.
        IEnumerable<long> checkedOnes = candidates.Take(Math.Max(4 * most, 50)).Select(static candidate => candidate.Id);
        var near = new List<(double Similarity, long Wording, string Text)>();
        foreach ((long wording, string candidate) in new WordingTexts(connection).Read(checkedOnes))
        {
            cancellationToken.ThrowIfCancellationRequested();
            double similarity = Shingles.Jaccard(shingles, Shingles.Of(candidate));
            if (similarity >= least)
                near.Add((similarity, wording, candidate));
        }

        near.Sort(static (left, right) => left.Similarity != right.Similarity ? right.Similarity.CompareTo(left.Similarity) : string.CompareOrdinal(left.Text, right.Text));
        // A wording that only an analysis had which was made anew stands nowhere.
        return [.. near.Select(found => Describe(connection, found.Wording, found.Text, found.Similarity)).Where(static found => found.Places.Count > 0).Take(most)];
    }

    /// <summary>Lets the index go, for the wordings have other numbers.</summary>
    public void Forget()
    {
        lock (_lock)
            _index = null;
    }

    private static NearWording Describe(SqliteConnection connection, long wording, string text, double similarity) => new()
    {
        Text = text,
        Similarity = similarity,
        PlatformCount = (int)connection.ReadInteger("SELECT count(DISTINCT d.platform) FROM life l JOIN document d ON d.id=l.document WHERE l.wording=$1 AND l.closed IS NULL", wording),
        Places =
        [
            .. connection.ReadRows("SELECT d.platform, d.name, l.opened FROM life l JOIN document d ON d.id=l.document JOIN version o ON o.sequence=l.opened WHERE l.wording=$1 ORDER BY d.platform, d.name, o.seen, l.opened LIMIT $2", static row => (row.GetString(0), row.GetString(1), row.GetInt64(2)), wording, MostPlaces),
        ],
    };

    private WordingIndex Index(SqliteConnection connection)
    {
        lock (_lock)
        {
            long last = connection.ReadInteger("SELECT max(id) FROM wording");
            if (_index is not null && last == _known)
                return _index;
            var ids = new List<long>();
            using var sketches = new MemoryStream();
            foreach ((long id, byte[] sketch) in connection.ReadRows("SELECT id, sketch FROM wording WHERE sketch IS NOT NULL ORDER BY id", static row => (row.GetInt64(0), row.Bytes(1))))
            {
                if (sketch.Length != WordingSketch.Length)
                    continue;
                ids.Add(id);
                sketches.Write(sketch);
            }

            _known = last;
            return _index = new WordingIndex([.. ids], sketches.ToArray());
        }
    }
}
