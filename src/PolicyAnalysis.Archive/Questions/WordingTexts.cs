using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using PolicyAnalysis.Archive.Storage;

namespace PolicyAnalysis.Archive.Questions;

/// <summary>Reads wordings out of the canonical texts in which they first stood.</summary>
/// <remarks>Not thread-safe.</remarks>
internal sealed class WordingTexts(SqliteConnection connection)
{
    private readonly BlobReader _contents = new(connection);
    private readonly Dictionary<long, string> _texts = [];

    public string Read(long wording)
    {
        foreach ((long blob, int start, int length) in connection.ReadRows("SELECT blob, start, length FROM wording WHERE id=$1", static row => (row.GetInt64(0), row.GetInt32(1), row.GetInt32(2)), wording))
        {
            string text = TextOf(blob);
            if (start >= 0 && length >= 0 && (long)start + length <= text.Length)
                return text.Substring(start, length);
        }

        throw new PolicyArchiveException(ArchiveProblem.Damaged, string.Create(CultureInfo.InvariantCulture, $"Wording {wording} of the index is damaged; verify the archive with its index."));
    }

    /// <summary>Reads several wordings with each text unpacked once.</summary>
    public IEnumerable<(long Wording, string Text)> Read(IEnumerable<long> wordings)
    {
        var places = new List<(long Blob, long Wording)>();
        using (SqliteCommand command = connection.Command("SELECT blob FROM wording WHERE id=$1"))
        {
            foreach (long wording in wordings)
                places.Add((command.With(wording).ExecuteScalar() as long? ?? 0, wording));
        }

        places.Sort();
        foreach ((_, long wording) in places)
            yield return (wording, Read(wording));
    }

    private string TextOf(long blob)
    {
        if (_texts.TryGetValue(blob, out string? text))
            return text;
        // A few texts are enough: wordings are read in the order of their texts.
        if (_texts.Count >= 16)
            _texts.Clear();
        return _texts[blob] = Encoding.UTF8.GetString(_contents.Read(blob));
    }
}
