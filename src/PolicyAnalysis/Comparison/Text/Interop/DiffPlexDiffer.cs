using DiffPlex;
using DiffPlex.Chunkers;
using DiffPlex.Model;

namespace PolicyAnalysis.Comparison.Text.Interop;

/// <summary>
/// This library's alignment behind DiffPlex's own interface: give it to a DiffPlex builder or renderer in place of
/// <see cref="Differ"/>, and the models stay DiffPlex's while the script becomes minimal and fast.
/// </summary>
/// <remarks>Thread-safe. The pieces are those of the chunker, so blocks mean what they mean to DiffPlex.</remarks>
/// <example><code>var model = new SideBySideDiffBuilder(DiffPlexDiffer.Instance).BuildDiffModel(before, after);</code></example>
public sealed class DiffPlexDiffer : IDiffer
{
    private const long StepBudget = 100_000_000;

    private DiffPlexDiffer()
    {
    }

    /// <summary>The one instance; it holds no state.</summary>
    public static DiffPlexDiffer Instance { get; } = new();

    /// <summary>Compares two texts piece by piece.</summary>
    /// <param name="oldText">The text before.</param>
    /// <param name="newText">The text after.</param>
    /// <param name="ignoreWhiteSpace">Whether pieces are compared without the white space at their ends.</param>
    /// <param name="ignoreCase">Whether pieces are compared without regard to case (invariant).</param>
    /// <param name="chunker">What cuts a text into pieces.</param>
    /// <returns>DiffPlex's own result: all pieces, and the blocks of deleted and inserted ones.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public DiffResult CreateDiffs(string oldText, string newText, bool ignoreWhiteSpace, bool ignoreCase, IChunker chunker)
    {
        ArgumentNullException.ThrowIfNull(oldText);
        ArgumentNullException.ThrowIfNull(newText);
        ArgumentNullException.ThrowIfNull(chunker);
        IReadOnlyList<string> old = Pieces(oldText, chunker), now = Pieces(newText, chunker);
        var ids = new Dictionary<string, int>(ignoreCase ? StringComparer.InvariantCultureIgnoreCase : StringComparer.Ordinal);
        int[] a = Intern(old, ids, ignoreWhiteSpace), b = Intern(now, ids, ignoreWhiteSpace), match = new int[a.Length];
        var aligner = new SequenceAligner();
        aligner.Reset(StepBudget);
        aligner.Align(a, b, ids.Count, match);
        return new DiffResult(old, now, Blocks(match, b.Length));
    }

    /// <inheritdoc/>
    public DiffResult CreateLineDiffs(string oldText, string newText, bool ignoreWhitespace) => CreateLineDiffs(oldText, newText, ignoreWhitespace, false);

    /// <inheritdoc/>
    public DiffResult CreateLineDiffs(string oldText, string newText, bool ignoreWhitespace, bool ignoreCase)
        => CreateDiffs(oldText, newText, ignoreWhitespace, ignoreCase, LineChunker.Instance);

    /// <inheritdoc/>
    public DiffResult CreateCharacterDiffs(string oldText, string newText, bool ignoreWhitespace) => CreateCharacterDiffs(oldText, newText, ignoreWhitespace, false);

    /// <inheritdoc/>
    public DiffResult CreateCharacterDiffs(string oldText, string newText, bool ignoreWhitespace, bool ignoreCase)
        => CreateDiffs(oldText, newText, ignoreWhitespace, ignoreCase, CharacterChunker.Instance);

    /// <inheritdoc/>
    public DiffResult CreateWordDiffs(string oldText, string newText, bool ignoreWhitespace, char[] separators) => CreateWordDiffs(oldText, newText, ignoreWhitespace, false, separators);

    /// <inheritdoc/>
    public DiffResult CreateWordDiffs(string oldText, string newText, bool ignoreWhitespace, bool ignoreCase, char[] separators)
        => CreateDiffs(oldText, newText, ignoreWhitespace, ignoreCase, new DelimiterChunker(separators));

    /// <inheritdoc/>
    public DiffResult CreateCustomDiffs(string oldText, string newText, bool ignoreWhiteSpace, Func<string, string[]> chunker)
        => CreateCustomDiffs(oldText, newText, ignoreWhiteSpace, false, chunker);

    /// <inheritdoc/>
    public DiffResult CreateCustomDiffs(string oldText, string newText, bool ignoreWhiteSpace, bool ignoreCase, Func<string, string[]> chunker)
        => CreateDiffs(oldText, newText, ignoreWhiteSpace, ignoreCase, new CustomFunctionChunker(chunker));

    private static IReadOnlyList<string> Pieces(string text, IChunker chunker) => text.Length == 0 ? [] : chunker.Chunk(text);

    private static int[] Intern(IReadOnlyList<string> pieces, Dictionary<string, int> ids, bool ignoreWhiteSpace)
    {
        int[] result = new int[pieces.Count];
        for (int i = 0; i < result.Length; i++)
        {
            string piece = ignoreWhiteSpace ? pieces[i].Trim() : pieces[i];
            if (!ids.TryGetValue(piece, out int id)) ids[piece] = id = ids.Count;
            result[i] = id;
        }

        return result;
    }

    private static List<DiffBlock> Blocks(int[] match, int afterCount)
    {
        var blocks = new List<DiffBlock>();
        (int before, int after) = (0, 0);
        for (int i = 0; i <= match.Length; i++)
        {
            int place = i == match.Length ? afterCount : match[i];
            if (place < 0) continue;
            if (i > before || place > after) blocks.Add(new DiffBlock(before, i - before, after, place - after));
            (before, after) = (i + 1, place + 1);
        }

        return blocks;
    }
}
