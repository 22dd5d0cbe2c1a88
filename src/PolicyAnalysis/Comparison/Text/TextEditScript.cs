using System.Collections;
using System.Text;
using PolicyAnalysis.Comparison.Text.Rendering;

namespace PolicyAnalysis.Comparison.Text;

/// <summary>
/// The edits that turn one text into another, in order. Equal and changed ranges together cover both texts
/// without gap or overlap; two neighbours are never both equal or both changed.
/// </summary>
/// <remarks>Immutable and thread-safe. It holds ranges only, never the texts.</remarks>
public sealed class TextEditScript : IReadOnlyList<TextEdit>
{
    private readonly TextEdit[] _edits;

    internal TextEditScript(TextEdit[] edits, bool isCoarse, long steps)
    {
        _edits = edits;
        IsCoarse = isCoarse;
        Steps = steps;
    }

    /// <summary>Whether the search was cut short, so that a shorter script may exist.</summary>
    public bool IsCoarse { get; }

    /// <summary>The search steps used, 0 or more: a deterministic measure of the work done.</summary>
    public long Steps { get; }

    /// <summary>The number of edits, equal stretches included.</summary>
    public int Count => _edits.Length;

    /// <summary>The edit at <paramref name="index"/>.</summary>
    /// <param name="index">From 0 to <see cref="Count"/> - 1.</param>
    public TextEdit this[int index] => _edits[index];

    /// <summary>Whether the two texts are the same.</summary>
    public bool IsUnchanged => _edits.Length == 0 || (_edits.Length == 1 && _edits[0].Operation == EditOperation.Equal);

    /// <summary>The edits without a copy.</summary>
    public ReadOnlySpan<TextEdit> AsSpan() => _edits;

    /// <summary>The edits that are not <see cref="EditOperation.Equal"/>, in order.</summary>
    public IEnumerable<TextEdit> Changes => _edits.Where(static edit => edit.Operation != EditOperation.Equal);

    /// <summary>Carries the script out. Linear in the length of the result.</summary>
    /// <param name="before">The text before, as it was compared.</param>
    /// <param name="after">The text after, from which inserted text is taken.</param>
    /// <returns>A text equal to the after text, where both texts are those compared.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A range of the script lies outside its text: other texts were compared.</exception>
    public string Apply(ReadOnlySpan<char> before, ReadOnlySpan<char> after)
    {
        var result = new StringBuilder(after.Length);
        foreach (TextEdit edit in _edits)
        {
            result.Append(edit.Operation == EditOperation.Equal ? edit.Before.Of(before) : edit.After.Of(after));
        }

        return result.ToString();
    }

    /// <summary>The script that turns the after text back into the before text: the same script, sides swapped.</summary>
    public TextEditScript Mirror()
    {
        var mirrored = new TextEdit[_edits.Length];
        for (int i = 0; i < mirrored.Length; i++)
        {
            TextEdit edit = _edits[i];
            mirrored[i] = Of(edit.After, edit.Before, edit.Operation == EditOperation.Equal);
        }

        return new TextEditScript(mirrored, IsCoarse, Steps);
    }

    /// <summary>The changes that touch words: not those of white space, quotation marks, dashes, invisible characters or normalisation alone.</summary>
    /// <param name="before">The text before, as it was compared.</param>
    /// <param name="after">The text after.</param>
    /// <exception cref="ArgumentNullException">A text is <see langword="null"/>.</exception>
    public IEnumerable<TextEdit> WordingChanges(string before, string after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return Changes.Where(edit => !Typography.IsSameWording(edit.Before.Of(before.AsSpan()), edit.After.Of(after.AsSpan())));
    }

    /// <summary>Writes both texts as one, with marks around what was removed and added.</summary>
    /// <param name="before">The text before, as it was compared.</param>
    /// <param name="after">The text after.</param>
    /// <param name="markup">The marks; <see langword="null"/> for <see cref="InlineMarkup.WordDiff"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">Other texts were compared.</exception>
    public string ToInlineText(ReadOnlySpan<char> before, ReadOnlySpan<char> after, InlineMarkup? markup = null)
        => InlineText.Write(this, before, after, markup ?? InlineMarkup.WordDiff);

    /// <summary>Writes a unified patch of whole lines, as <c>git apply</c> and <c>patch</c> read it; empty where nothing changed.</summary>
    /// <param name="before">The text before, as it was compared.</param>
    /// <param name="after">The text after.</param>
    /// <param name="options">Names and context; <see langword="null"/> for <see cref="UnifiedPatchOptions.Default"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The context is negative, or other texts were compared.</exception>
    public string ToUnifiedPatch(ReadOnlySpan<char> before, ReadOnlySpan<char> after, UnifiedPatchOptions? options = null)
    {
        options ??= UnifiedPatchOptions.Default;
        ArgumentOutOfRangeException.ThrowIfNegative(options.ContextLines, nameof(options));
        return UnifiedPatch.Write(this, before, after, options);
    }

    /// <summary>Lays both texts out in rows of lines, with the parts that differ.</summary>
    /// <param name="before">The text before, as it was compared.</param>
    /// <param name="after">The text after.</param>
    /// <exception cref="ArgumentOutOfRangeException">Other texts were compared.</exception>
    public IReadOnlyList<SideBySideRow> ToSideBySide(ReadOnlySpan<char> before, ReadOnlySpan<char> after)
        => SideBySideRows.Of(this, before, after);

    /// <summary>Goes through the edits in order.</summary>
    public IEnumerator<TextEdit> GetEnumerator() => ((IEnumerable<TextEdit>)_edits).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _edits.GetEnumerator();

    internal static TextEditScript Unchanged(int length)
        => new(length == 0 ? [] : [Of(new(0, length), new(0, length), true)], false, 0);

    internal static TextEdit Of(TextRange before, TextRange after, bool isEqual)
    {
        EditOperation operation = isEqual ? EditOperation.Equal
            : before.IsEmpty ? EditOperation.Insert
            : after.IsEmpty ? EditOperation.Delete
            : EditOperation.Replace;
        return new TextEdit(operation, before, after);
    }
}
