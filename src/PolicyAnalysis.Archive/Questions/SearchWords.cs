using System.Text;
using Microsoft.Data.Sqlite;
using PolicyAnalysis.Archive.Storage;

namespace PolicyAnalysis.Archive.Questions;

/// <summary>
/// What a search asks for. The archive's index of words knows which words a wording has, not where: that makes it half as
/// large. Where words must stand together, an index of one text, in memory, says whether they do, by the same rules.
/// </summary>
/// <remarks>Not thread-safe.</remarks>
internal sealed class SearchWords : IDisposable
{
    private readonly SqliteConnection? _memory;
    private readonly string _whole;

    public SearchWords(string words)
    {
        List<(string Text, bool IsOpen)> terms = Terms(words);
        _whole = string.Join(" AND ", terms.Select(Quoted));
        Query = _whole;
        // A single word of one letter run is its own token whatever the rules.
        if (terms.TrueForAll(static term => term.Text.All(char.IsAsciiLetterOrDigit)))
            return;
        _memory = new SqliteConnection("Data Source=:memory:");
        _memory.Open();
        _memory.Run($"CREATE VIRTUAL TABLE asked USING fts5(text, content='', detail='full', tokenize='{ArchiveSchema.Tokenizer}')");
        _memory.Run("CREATE VIRTUAL TABLE asked_word USING fts5vocab(asked, instance)");
        var single = new List<string>();
        for (int place = 0; place < terms.Count; place++)
        {
            _memory.Run("INSERT INTO asked(rowid, text) VALUES($1, $2)", place + 1, terms[place].Text);
            string[] tokens = [.. _memory.ReadRows("SELECT term FROM asked_word WHERE doc=$1 ORDER BY offset", static row => row.GetString(0), place + 1)];
            HasPhrases |= tokens.Length > 1;
            single.AddRange(tokens.Select((token, index) => Quoted((token, terms[place].IsOpen && index == tokens.Length - 1))));
        }

        Query = string.Join(" AND ", single);
        _memory.Run("INSERT INTO asked(asked) VALUES('delete-all')");
    }

    /// <summary>The words as a query of the archive's index; empty where every provision is asked for.</summary>
    public string Query { get; }

    /// <summary>Whether words must stand together, which <see cref="StandIn"/> has to check.</summary>
    public bool HasPhrases { get; }

    /// <summary>Whether a text has all that is asked for.</summary>
    public bool StandIn(string text)
    {
        _memory!.Run("INSERT INTO asked(rowid, text) VALUES(1, $1)", text);
        bool found = _memory!.ReadInteger("SELECT count(*) FROM asked WHERE asked MATCH $1", _whole) > 0;
        _memory!.Run("INSERT INTO asked(asked) VALUES('delete-all')");
        return found;
    }

    public void Dispose() => _memory?.Dispose();

    /// <summary>The terms of a query as a user types them: nothing is read as an operator.</summary>
    internal static List<(string Text, bool IsOpen)> Terms(string words)
    {
        var terms = new List<(string Text, bool IsOpen)>();
        bool quoted = false;
        // A NUL would end the query for SQLite.
        foreach (string part in words.Replace('\0', ' ').Split('"'))
        {
            foreach (string term in quoted ? [part] : part.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            {
                bool open = !quoted && term.Length > 1 && term[^1] == '*';
                string text = open ? term[..^1] : term;
                if (text.Any(char.IsLetterOrDigit))
                    terms.Add((text, open));
            }

            quoted = !quoted;
        }

        return terms;
    }

    private static string Quoted((string Text, bool IsOpen) term) => new StringBuilder("\"").Append(term.Text).Append(term.IsOpen ? "\"*" : "\"").ToString();
}
