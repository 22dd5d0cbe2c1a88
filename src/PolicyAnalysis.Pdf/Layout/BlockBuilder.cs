using System.Globalization;
using PolicyAnalysis.Documents;

namespace PolicyAnalysis.Pdf.Layout;

/// <summary>A draft and the text its positions count in: one line a page.</summary>
internal sealed record PlacedDraft(DocumentDraft Draft, string SourceText);

/// <summary>Joins lines into headings, list items, paragraphs, notes and rows, also over the breaks of columns and pages.</summary>
internal sealed class BlockBuilder
{
    /// <summary>How far the marks of one list may be set apart, as a share of the body's size: roman numbers are set flush right.</summary>
    private const double ListTolerance = 1.1;

    private readonly PdfContents _contents;
    private readonly Typography _typography;
    private readonly HyphenatedWords _words;
    private readonly PagePlaces _places = new();
    private readonly ListLevels _lists;
    private readonly InsidePlaces _inside;
    private readonly DocumentDraft _draft = new() { Syntax = SourceSyntax.Plain };
    private Dictionary<(double Size, bool IsBold), int> _levels = [];
    private PageTable? _table;
    private PageTableRow? _header;
    private int _tables;

    private BlockBuilder(PdfContents contents, List<TextLine> lines, Typography typography)
    {
        _contents = contents;
        _typography = typography;
        _words = new HyphenatedWords(lines.Select(line => line.Text));
        _lists = new ListLevels(ListTolerance * typography.BodySize);
        _inside = new InsidePlaces(contents.Links);
    }

    public static PlacedDraft Build(List<TextLine> lines, PdfContents contents, HashSet<(int Page, int Index)> running)
    {
        var typography = Typography.Of(lines);
        var builder = new BlockBuilder(contents, lines, typography);
        builder.Write(LineGroups.Of(FootnoteLines.Mark(lines, typography), typography));
        builder.Finish(running);
        return new PlacedDraft(builder._draft, builder._places.Text);
    }

    private void Write(List<List<TextLine>> groups)
    {
        _levels = Levels(groups);
        int[][] starts = Place(groups);
        for (int index = 0; index < groups.Count; index++)
        {
            List<TextLine> group = groups[index];
            if (group[0].Table is { } table)
            {
                WriteTable(table, group[0].Page, starts[index]);
                continue;
            }

            if (!group[0].IsNote)
                (_table, _header) = (null, null);
            var text = new PlacedText();
            for (int line = 0; line < group.Count; line++)
                Append(text, group[line].Text, starts[index][line], line == 0 ? null : group[line - 1].Text);
            WriteBlock(group, text);
        }
    }

    /// <summary>Writes the lines in the order of the pages, which notes and what goes on over a page do not keep.</summary>
    private int[][] Place(List<List<TextLine>> groups)
    {
        int[][] starts = [.. groups.Select(group => new int[group[0].Table is { } table ? table.Rows.Sum(row => row.Cells.Sum(cell => cell.Lines.Count)) : group.Count])];
        foreach ((int group, int line) in groups.SelectMany((group, at) => group.Select((line, index) => (line.Page, At: at, index))).OrderBy(place => place.Page).Select(place => (place.At, place.index)))
        {
            TextLine written = groups[group][line];
            if (written.Table is not { } table)
            {
                starts[group][line] = _places.Add(written.Text, written.Links, written.Page);
                continue;
            }

            int cellLine = 0;
            foreach (IReadOnlyList<TextFragment> row in table.Rows.SelectMany(row => row.Cells).SelectMany(cell => cell.Lines))
            {
                TextLine whole = TextLine.Of(row, written.Page, 0, 0, 0);
                starts[group][cellLine++] = _places.Add(whole.Text, whole.Links, written.Page);
            }
        }

        return starts;
    }

    private void Append(PlacedText text, string line, int start, string? before) =>
        text.AppendLine(line, start, before is null ? LineJoint.Close : _words.Joint(before, line));

    private void WriteBlock(List<TextLine> group, PlacedText text)
    {
        TextLine first = group[0];
        string whole = text.ToString();
        var block = new DraftBlock { Kind = DocumentBlockKind.Paragraph, Text = whole };
        int skipped = 0;
        double indent = first.Left - first.ColumnLeft;
        if (first.IsNote)
        {
            block.Kind = DocumentBlockKind.Footnote;
        }
        else if (IsHeading(group, whole))
        {
            _lists.Close();
            (block.Kind, block.Level, block.HeadingOrigin) = (DocumentBlockKind.Heading, LevelOf(first, whole), HeadingOrigin.Typography);
        }
        else if (ListMark.Length(whole) is > 0 and var mark)
        {
            skipped = _lists.Begin(block, mark, indent);
        }
        else
        {
            _lists.GoOn(block, indent);
        }

        Add(block, text.Offsets()[skipped..], first.Page, first.Baseline);
    }

    private void WriteTable(PageTable table, int page, int[] starts)
    {
        bool goesOn = _table is { } before && before.Starts.Count == table.Starts.Count && before.Starts.Zip(table.Starts).All(pair => Math.Abs(pair.First - pair.Second) <= 0.8 * _typography.BodySize);
        if (!goesOn)
        {
            _tables++;
            _header = null;
            _lists.Close();
        }

        _table = table;
        int line = 0;
        foreach (PageTableRow row in table.Rows)
        {
            var text = new PlacedText();
            var cells = new List<TextRange>();
            foreach (PageTableCell cell in row.Cells)
            {
                if (cells.Count > 0)
                    text.AppendCellEnd(starts[Math.Max(0, line - 1)]);
                int start = text.Length;
                string? above = null;
                foreach (IReadOnlyList<TextFragment> fragments in cell.Lines)
                {
                    string written = TextLine.Of(fragments, page, 0, 0, 0).Text;
                    Append(text, written, starts[line++], above);
                    above = written;
                }

                text.TrimEnd();
                cells.Add(new TextRange(start, text.Length));
            }

            bool isRepeated = goesOn && ReferenceEquals(row, table.Rows[0]) && _header is not null && TextOf(row) == TextOf(_header);
            if (isRepeated)
                continue;
            bool isHeader = row.IsHeader && _header is null;
            if (isHeader)
                _header = row;
            var block = new DraftBlock
            {
                Kind = isHeader ? DocumentBlockKind.TableHeader : DocumentBlockKind.TableRow,
                Text = text.ToString(),
                Cells = cells,
                Columns = [.. row.Cells.Select(cell => cell.Columns)],
                TableIndex = _tables - 1,
            };
            if (!block.Text.AsSpan().Trim("\t ").IsEmpty)
                Add(block, text.Offsets(), page, row.Cells.SelectMany(cell => cell.Lines).SelectMany(fragments => fragments).Max(fragment => fragment.Baseline));
        }
    }

    private static string TextOf(PageTableRow row) => string.Join('\t', row.Cells.Select(cell => string.Join(' ', cell.Lines.SelectMany(line => line).Select(fragment => fragment.Text))));

    private void Add(DraftBlock block, int[] offsets, int page, double baseline)
    {
        block.SourceOffsets = offsets;
        block.Links = LinksIn(offsets);
        _inside.Passed(block, page, baseline + _typography.BodySize);
        _draft.Blocks.Add(block);
    }

    private List<DraftLink> LinksIn(int[] offsets)
    {
        var links = new List<DraftLink>();
        int start = 0;
        for (int index = 1; index <= offsets.Length; index++)
        {
            int link = _places.LinkAt(offsets[start]);
            if (index < offsets.Length && _places.LinkAt(offsets[index]) == link)
                continue;
            // Over a line's end the space carries no link, and the address goes on behind it.
            if (link >= 0 && links.Count > 0 && links[^1].End == start - 1 && links[^1].Target == _contents.Links[link])
                links[^1] = links[^1] with { End = index };
            else if (link >= 0)
                links.Add(new DraftLink(start, index, _contents.Links[link]));
            start = index;
        }

        return links;
    }

    private bool IsHeading(List<TextLine> block, string text)
    {
        if (!HeadingShape.LooksLikeHeading(text) || text[^1] == ':')
            return false;
        if (_typography.IsSetAsHeading(block[0]))
            return true;
        return HeadingShape.IsCapitals(text) && text.Any(char.IsUpper) && block.Count <= 2 && text.Length > 3 && text[^1] != '.';
    }

    /// <summary>The styles of headings from the largest down: the largest is level 1.</summary>
    private Dictionary<(double Size, bool IsBold), int> Levels(List<List<TextLine>> groups) =>
        groups.Select(group => group[0])
            .Where(_typography.IsSetAsHeading)
            .Select(line => (line.Size, line.IsBold))
            .Distinct()
            .OrderByDescending(style => style.Size)
            .ThenByDescending(style => style.IsBold)
            .Select((style, rank) => (style, rank))
            .ToDictionary(pair => pair.style, pair => Math.Min(6, pair.rank + 1));

    private int LevelOf(TextLine line, string text)
    {
        int level = _levels.GetValueOrDefault((line.Size, line.IsBold), _levels.Count + 1);
        int number = PrintedNumber.Length(text);
        return Math.Clamp(level + text.AsSpan(0, number).TrimEnd('.').Count('.'), 1, 6);
    }

    private void Finish(HashSet<(int Page, int Index)> running)
    {
        _draft.Metadata = _contents.Metadata;
        if (!_draft.Blocks.Take(20).Any(block => block.Kind == DocumentBlockKind.Heading))
            _draft.Title = _contents.Metadata?.Title ?? RunningText.TitleIn(_contents, running);
        int empty = _contents.Pages.Count(page => page.Fragments.Count == 0);
        if (empty > 0)
            _draft.Diagnostics.Add(new PolicyDiagnostic { Code = "page-without-text", Message = string.Create(CultureInfo.InvariantCulture, $"{empty} of {_contents.Pages.Count} pages hold no text; if they are scanned, run text recognition (OCR) over the file.") });
        if (_contents.TurnedLetters > 0)
            _draft.Diagnostics.Add(new PolicyDiagnostic { Code = "rotated-text-left-out", Message = string.Create(CultureInfo.InvariantCulture, $"{_contents.TurnedLetters} letters of turned text, such as watermarks, were left out.") });
    }
}
