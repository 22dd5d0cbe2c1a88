using System.Text;
using PolicyAnalysis.Documents.TextFragments;

namespace PolicyAnalysis.Documents;

/// <summary>The blocks of a draft placed in one text, with the way back to the source.</summary>
internal sealed record CanonicalText(string Text, IReadOnlyList<DocumentBlock> Blocks, IReadOnlyList<DocumentLink> Links, SourceMap Origin, QuotePlaces? Places)
{
    public static CanonicalText Of(DocumentDraft draft, Uri? address, string sourceText)
    {
        var text = new StringBuilder();
        var blocks = new List<DocumentBlock>(draft.Blocks.Count);
        var links = new List<DocumentLink>();
        var starts = new List<int>(draft.Blocks.Count);
        var runs = new List<TextRun>();
        foreach (DraftBlock block in draft.Blocks)
        {
            if (text.Length > 0)
                text.Append('\n');
            int start = text.Length;
            text.Append(block.Text);
            starts.Add(block.SourceStart);
            blocks.Add(Place(block, start));
            foreach (TextRun run in block.Runs)
                runs.Add(run with { Start = start + run.Start });
            foreach (DraftLink link in block.Links)
                links.Add(new DocumentLink { Range = new TextRange(start + link.Start, start + link.End), Target = Resolve(address, link.Target) });
        }

        string canonical = text.ToString();
        SourceMap origin = Offsets(draft.Blocks, canonical.Length) is { } offsets
            ? new SourceMap(sourceText, offsets)
            : new SourceMap(sourceText, canonical, blocks, starts, draft.Syntax, draft.ImageTexts);
        return new CanonicalText(canonical, blocks, links, origin, draft.Page is { } page ? QuotePlaces.Of(page, runs) : null);
    }

    /// <summary>The place of every character, where the reader knew it of each block; a separator stands behind what it ends.</summary>
    private static int[]? Offsets(List<DraftBlock> blocks, int length)
    {
        if (blocks.Count == 0 || blocks.Exists(static block => block.SourceOffsets.Length != block.Text.Length))
            return null;
        int[] offsets = new int[length + 1];
        int at = 0;
        foreach (DraftBlock block in blocks)
        {
            block.SourceOffsets.CopyTo(offsets, at);
            at += block.Text.Length;
            offsets[at++] = block.SourceOffsets[^1];
        }

        return offsets;
    }

    /// <summary>The text of blocks <c>[start, end)</c> by itself, which still leads to its own place in the source.</summary>
    public CanonicalText Slice(int start, int end)
    {
        var range = new TextRange(Blocks[start].Range.Start, Blocks[end - 1].Range.End);
        return new CanonicalText(
            range.Of(Text),
            [.. Blocks.Skip(start).Take(end - start).Select(block => block with { Range = block.Range.Shift(-range.Start), Cells = [.. block.Cells.Select(cell => cell.Shift(-range.Start))] })],
            [.. Links.Where(link => range.Contains(link.Range)).Select(link => link with { Range = link.Range.Shift(-range.Start) })],
            Origin.From(range.Start),
            Places?.From(range.Start));
    }

    private static DocumentBlock Place(DraftBlock draft, int start) => new()
    {
        Kind = draft.Kind,
        Range = new TextRange(start, start + draft.Text.Length),
        Level = draft.Level,
        HeadingOrigin = draft.HeadingOrigin,
        Marker = draft.Marker,
        ListIndex = draft.ListIndex,
        TableIndex = draft.TableIndex,
        Cells = draft.Cells.Count == 0 ? [] : [.. draft.Cells.Select(cell => cell.Shift(start))],
        Columns = draft.Columns,
        Language = draft.Language,
        Anchor = draft.Anchor,
        OtherAnchors = draft.OtherAnchors,
    };

    private static string Resolve(Uri? address, string target) =>
        address is not null && Uri.TryCreate(address, target, out Uri? resolved) ? resolved.AbsoluteUri : target;
}
