using CsCheck;
using PolicyAnalysis.Classification.Features;

namespace PolicyAnalysis.Tests.Classification;

/// <summary>The reader takes sixteen characters at a time where it can; a reader that takes one at a time says what it must find.</summary>
public sealed class WordReaderTests
{
    private static readonly string[] Pieces =
    [
        " ", " ", " ", ". ", "; ", "a", "I", "data", "policies", "Sharing", "shared", "INTERNATIONALISATION", "uncharacteristically-long",
        "user's", "users'", "don’t", "'", "’", "é", "Zürich", "2026", "1,299.50", "$", "€5", "x@y.org", "@", "https://example.org/a?b", "www.example.org", "WWW.", "ww", "\t", "\u00a0", "\n", "-", "(", "|", "字", "٣", "\ud800",
    ];

    private static readonly Gen<string> Texts = Gen.Int[0, Pieces.Length - 1].Array[0, 24].Select(static pieces => string.Concat(pieces.Select(static piece => Pieces[piece])));

    [Fact]
    public void Words_places_and_breaks_are_those_of_a_plain_reader() =>
        Texts.Sample(static text =>
        {
            List<(int, int, bool, string)> expected = ReadPlainly(text);
            var found = new List<(int, int, bool)>();
            var reader = new WordReader(text);
            while (reader.MoveNext())
                found.Add((reader.Start, reader.End, reader.AfterBreak));
            Assert.Equal(expected.Select(static word => (word.Item1, word.Item2, word.Item3)), found);
        }, iter: 5000);

    [Fact]
    public void Words_with_one_stem_have_one_fingerprint_and_others_another()
    {
        var fingerprints = new Dictionary<string, ulong>(StringComparer.Ordinal);
        Gen.Select(Texts, Gen.Int[0, 20]).Sample((text, indent) =>
        {
            // What stands before and behind decides in which way a word is read.
            string moved = new string(' ', indent) + text;
            string[] stems = [.. ReadPlainly(moved).Select(static word => word.Item4)];
            var reader = new WordReader(moved);
            for (int i = 0; reader.MoveNext(); i++)
            {
                lock (fingerprints)
                {
                    fingerprints.TryAdd(stems[i], reader.Stem);
                    Assert.Equal(fingerprints[stems[i]], reader.Stem);
                }
            }
        }, iter: 3000);
        Assert.Equal(fingerprints.Count, fingerprints.Values.Distinct().Count());
    }

    [Theory]
    [InlineData("shares", "sharing")]
    [InlineData("POLICY", "policy")]
    [InlineData("the user's", "the users")]
    public void Forms_of_a_word_have_one_fingerprint(string first, string second) => Assert.Equal(Last(first + " and so it goes on"), Last(second));

    private static ulong Last(string text)
    {
        var reader = new WordReader(text);
        int words = text.Contains("the ", StringComparison.Ordinal) ? 2 : 1;
        for (int i = 0; i < words; i++)
            Assert.True(reader.MoveNext());
        return reader.Stem;
    }

    private static List<(int Start, int End, bool AfterBreak, string Stem)> ReadPlainly(string text)
    {
        var words = new List<(int, int, bool, string)>();
        int position = 0, runEnd = 0;
        bool broken = true;
        while (position < text.Length)
        {
            char c = text[position];
            if (char.IsWhiteSpace(c))
            {
                position++;
                continue;
            }

            int start = position;
            string? stem = null;
            if (position >= runEnd)
            {
                runEnd = position + text[position..].TakeWhile(static other => !char.IsWhiteSpace(other)).Count();
                string run = text[position..runEnd];
                bool link = run.Contains("://", StringComparison.Ordinal) || run.StartsWith("www.", StringComparison.OrdinalIgnoreCase);
                if (link || run.LastIndexOf('@') > 0)
                    (stem, position) = (link ? "<link>" : "<email>", runEnd);
            }

            if (stem is null && char.IsAsciiDigit(c))
                stem = Number(text, ref position);
            else if (stem is null && char.IsLetter(c))
                stem = Word(text, ref position);
            else if (stem is null && c is '$' or '€' or '£' or '¥')
                (stem, position) = ("<money>", position + 1);
            if (stem is null)
            {
                broken |= c is '.' or ';' or ':' or '!' or '?' or '|';
                position++;
                continue;
            }

            words.Add((start, position, broken, stem));
            broken = false;
        }

        return words;
    }

    private static string Number(string text, ref int position)
    {
        int start = position;
        while (position < text.Length && (char.IsAsciiDigit(text[position]) || (text[position] is '.' or ',' && position + 1 < text.Length && char.IsAsciiDigit(text[position + 1]))))
            position++;
        return position - start == 4 && text[start] is '1' or '2' && text[start + 1] is '9' or '0' ? "<year>" : "<number>";
    }

    private static string Word(string text, ref int position)
    {
        var letters = new List<char>();
        while (position < text.Length)
        {
            char c = text[position];
            bool apostrophe = c is '\'' or '’' && position + 1 < text.Length && char.IsLetter(text[position + 1]);
            if (!char.IsLetterOrDigit(c) && !apostrophe)
                break;
            position++;
            if (!apostrophe)
                letters.Add(char.ToLowerInvariant(c));
            else if (text[position] is 's' or 'S' && (position + 1 == text.Length || !char.IsLetterOrDigit(text[position + 1])))
            {
                position++;
                break;
            }
        }

        char[] word = [.. letters.Take(32)];
        return new string(word, 0, Stemmer.StemLength(word));
    }
}
