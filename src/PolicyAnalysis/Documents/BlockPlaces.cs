namespace PolicyAnalysis.Documents;

/// <summary>
/// Finds where each block begins among the visible characters of its source. What stands once is sure; what stands more than
/// once, such as a heading that a table of contents repeats, is taken where it stands next to what follows it.
/// </summary>
internal static class BlockPlaces
{
    /// <returns>The index of each block's first visible character, -1 where it was not found; not descending but for -1.</returns>
    public static int[] Find(VisibleText visible, string text, IReadOnlyList<DocumentBlock> blocks, IReadOnlyList<int> starts)
    {
        int[] first = Forward(visible, text, blocks, starts);
        Span<char> probe = stackalloc char[VisibleText.ProbeLength];
        int next = -1;
        for (int index = blocks.Count - 1; index >= 0; index--)
        {
            if (first[index] < 0)
                continue;
            if (next >= 0 && starts[index] < 0)
            {
                ReadOnlySpan<char> sought = probe[..VisibleText.Probe(text, blocks[index].Range, probe)];
                first[index] = Math.Max(first[index], visible.FindLast(sought, next - VisibleLength(text, blocks[index]) + sought.Length));
            }

            // Only what stands once behind its forerunner says where its neighbours are.
            if (starts[index] >= 0 || next >= 0 || IsOnlyPlace(visible, text, blocks[index], first[index], probe))
                next = first[index];
        }

        return first;
    }

    private static int VisibleLength(string text, DocumentBlock block) => WhiteSpace.VisibleLength(block.Range.Of(text.AsSpan()));

    private static bool IsOnlyPlace(VisibleText visible, string text, DocumentBlock block, int place, Span<char> probe)
    {
        ReadOnlySpan<char> sought = probe[..VisibleText.Probe(text, block.Range, probe)];
        return visible.FindExact(sought, place + 1) < 0;
    }

    private static int[] Forward(VisibleText visible, string text, IReadOnlyList<DocumentBlock> blocks, IReadOnlyList<int> starts)
    {
        int[] places = new int[blocks.Count];
        Span<char> probe = stackalloc char[VisibleText.ProbeLength];
        int cursor = 0;
        for (int index = 0; index < blocks.Count; index++)
        {
            if (starts[index] >= 0)
                cursor = Math.Max(cursor, visible.FirstAtOrAfter(starts[index]));
            ReadOnlySpan<char> sought = probe[..VisibleText.Probe(text, blocks[index].Range, probe)];
            places[index] = -1;
            if (sought.IsEmpty)
                continue;
            int found = visible.FindExact(sought, cursor);
            if (found < 0)
                found = visible.FindLoose(sought, cursor);
            places[index] = found;
            if (found >= 0)
                cursor = found + VisibleLength(text, blocks[index]);
        }

        return places;
    }
}
