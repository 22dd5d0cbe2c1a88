namespace PolicyAnalysis.Comparison.Text;

/// <summary>Compares two texts of any kind and gives the edits between them.</summary>
/// <remarks>Thread-safe. Who compares often keeps a <see cref="TextDiffer"/>, which reuses its buffers.</remarks>
public static class TextDiff
{
    /// <summary>
    /// Compares two texts. Deterministic; the comparison with the sides swapped gives the mirrored script.
    /// Linear in the length of equal text, O(ND) in the words that differ, bounded by <see cref="TextDiffOptions.StepBudget"/>.
    /// </summary>
    /// <param name="before">The text before; any UTF-16, lone surrogates included.</param>
    /// <param name="after">The text after.</param>
    /// <param name="options">Level and budget; <see langword="null"/> for <see cref="TextDiffOptions.Default"/>.</param>
    /// <returns>A script for which <see cref="TextEditScript.Apply"/> gives <paramref name="after"/> exactly.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The step budget is under 1.</exception>
    public static TextEditScript Compare(ReadOnlySpan<char> before, ReadOnlySpan<char> after, TextDiffOptions? options = null)
    {
        if (options is not null && options != TextDiffOptions.Default) return new TextDiffer(options).Compare(before, after);
        TextDiffer differ = TextDifferPool.Rent();
        TextEditScript script = differ.Compare(before, after);
        TextDifferPool.Return(differ, before.Length + after.Length);
        return script;
    }
}
