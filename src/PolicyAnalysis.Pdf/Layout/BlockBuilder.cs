using System.Globalization;
using System.Text;
using PolicyAnalysis.Documents;

namespace PolicyAnalysis.Pdf.Layout;

/// <summary>A draft and the text its positions count in: one line a page.</summary>
internal sealed record PlacedDraft(DocumentDraft Draft, string SourceText);

/// <summary>Joins lines into headings, list items and paragraphs, also over the breaks of columns and pages.</summary>
internal static class BlockBuilder
{
    /// <summary>A line at least this much larger than the body's text is set as a heading.</summary>
    private const double LargerThanBody = 1.12;

    public static PlacedDraft Build(List<TextLine> lines, PdfContents contents)
    {
        Typography typography = Typography.Of(lines);
        List<List<TextLine>> groups = Group(lines, typography);
        Dictionary<(double Size, bool IsBold), int> levels = Levels(groups, typography);
        var words = new HyphenatedWords(lines);
        var draft = new DocumentDraft { Syntax = SourceSyntax.Plain };
        var source = new StringBuilder();
        int page = 1;
        int lists = 0;
        bool inList = false;
        foreach (List<TextLine> group in groups)
        {
            if (source.Length > 0 && group[0].Page == page)
                source.Append(' ');
            TurnTo(group[0].Page);
            int start = source.Length;
            var text = new StringBuilder();
            for (int index = 0; index < group.Count; index++)
            {
                string line = group[index].Text;
                if (index > 0)
                {
                    string joint = words.Joint(group[index - 1].Text, line);
                    if (joint == HyphenatedWords.Mended)
                    {
                        text.Length--;
                        source.Length--;
                    }
                    else
                    {
                        text.Append(joint);
                        source.Append(joint);
                    }

                    TurnTo(group[index].Page);
                }

                text.Append(line);
                source.Append(line);
            }

            string whole = text.ToString();
            if (IsHeading(group, whole, typography))
            {
                inList = false;
                draft.Blocks.Add(new DraftBlock { Kind = DocumentBlockKind.Heading, Text = whole, Level = LevelOf(group[0], whole, levels), HeadingOrigin = HeadingOrigin.Typography, SourceStart = start });
                continue;
            }

            int mark = ListMark.Length(whole);
            if (mark > 0)
            {
                lists += inList ? 0 : 1;
                inList = true;
                draft.Blocks.Add(new DraftBlock { Kind = DocumentBlockKind.ListItem, Text = whole[mark..].TrimStart(), Marker = whole[..mark], Level = 1, ListIndex = lists - 1, SourceStart = start });
                continue;
            }

            inList = false;
            draft.Blocks.Add(new DraftBlock { Kind = DocumentBlockKind.Paragraph, Text = whole, SourceStart = start });
        }

        if (!draft.Blocks.Take(20).Any(block => block.Kind == DocumentBlockKind.Heading))
            draft.Title = contents.Title ?? RunningText.TitleIn(contents);
        Diagnose(contents, draft);
        return new PlacedDraft(draft, source.ToString());

        void TurnTo(int number)
        {
            source.Append('\n', number - page);
            page = number;
        }
    }

    private static void Diagnose(PdfContents contents, DocumentDraft draft)
    {
        int empty = contents.Pages.Count(page => page.Fragments.Count == 0);
        if (empty > 0)
            draft.Diagnostics.Add(new PolicyDiagnostic { Code = "page-without-text", Message = string.Create(CultureInfo.InvariantCulture, $"{empty} of {contents.Pages.Count} pages hold no text; if they are scanned, run text recognition (OCR) over the file.") });
        if (contents.RotatedLetters > 0)
            draft.Diagnostics.Add(new PolicyDiagnostic { Code = "rotated-text-left-out", Message = string.Create(CultureInfo.InvariantCulture, $"{contents.RotatedLetters} letters of turned text, such as watermarks, were left out.") });
    }

    private static List<List<TextLine>> Group(List<TextLine> lines, Typography typography)
    {
        var groups = new List<List<TextLine>>();
        foreach (TextLine line in lines)
        {
            if (groups.Count > 0 && Continues(groups[^1], line, typography))
                groups[^1].Add(line);
            else
                groups.Add([line]);
        }

        return groups;
    }

    /// <summary>Whether a line goes on with the block of the lines before it.</summary>
    private static bool Continues(List<TextLine> block, TextLine line, Typography typography)
    {
        TextLine last = block[^1];
        bool heading = typography.IsSetAsHeading(last);
        if (heading != typography.IsSetAsHeading(line) || ListMark.Starts(line.Text) || (heading && (Math.Abs(last.Size - line.Size) > 0.6 || PrintedNumber.Length(line.Text) > 0)))
            return false;
        bool ended = last.Text[^1] is '.' or ':' or '?' or '!' or ';' or '”' or '"';
        bool goesOn = char.IsLower(line.Text[0]) || HyphenatedWords.EndsInHyphen(last.Text);
        if (line.Column != last.Column)
            return !heading && (goesOn || (!ended && !IsShort(last) && !char.IsUpper(line.Text[0])) || (!ended && !IsShort(last) && last.Text[^1] is ',' or '-'));
        double step = last.Baseline - line.Baseline;
        if (heading)
            return step > 0 && step <= 1.6 * line.Size;
        if (step <= 0 || step > typography.LineStep * 1.3)
            return false;
        if (ended && IsShort(last) && !goesOn)
            return false;
        // An indented first line is the other way to part paragraphs; items hang, so theirs do not count.
        bool indented = line.Left - last.Left > 0.9 * line.Size && line.Left - line.ColumnLeft > 0.9 * line.Size;
        return !(indented && ended && ListMark.Length(block[0].Text) == 0);
    }

    private static bool IsShort(TextLine line) => line.Right < line.ColumnRight - (0.15 * (line.ColumnRight - line.ColumnLeft));

    private static bool IsHeading(List<TextLine> block, string text, Typography typography)
    {
        if (!HeadingShape.LooksLikeHeading(text) || text[^1] == ':')
            return false;
        if (typography.IsSetAsHeading(block[0]))
            return true;
        bool capitals = text.Any(char.IsLetter) && !text.Any(char.IsLower);
        return capitals && block.Count <= 2 && text.Length > 3 && text[^1] != '.';
    }

    /// <summary>The styles of headings from the largest down: the largest is level 1.</summary>
    private static Dictionary<(double Size, bool IsBold), int> Levels(List<List<TextLine>> groups, Typography typography) =>
        groups.Select(group => group[0])
            .Where(typography.IsSetAsHeading)
            .Select(line => (line.Size, line.IsBold))
            .Distinct()
            .OrderByDescending(style => style.Size)
            .ThenByDescending(style => style.IsBold)
            .Select((style, rank) => (style, rank))
            .ToDictionary(pair => pair.style, pair => Math.Min(6, pair.rank + 1));

    private static int LevelOf(TextLine line, string text, Dictionary<(double Size, bool IsBold), int> levels)
    {
        int level = levels.GetValueOrDefault((line.Size, line.IsBold), levels.Count + 1);
        int number = PrintedNumber.Length(text);
        return Math.Clamp(level + text.AsSpan(0, number).TrimEnd('.').Count('.'), 1, 6);
    }

    /// <summary>The body's font and the usual step from line to line.</summary>
    private sealed record Typography(double BodySize, bool BodyIsBold, double LineStep)
    {
        public static Typography Of(List<TextLine> lines)
        {
            if (lines.Count == 0)
                return new Typography(10, false, 12);
            (double Size, bool IsBold) body = lines
                .GroupBy(line => (line.Size, line.IsBold))
                .OrderByDescending(group => group.Sum(line => line.Text.Length))
                .ThenBy(group => group.Key.Size)
                .ThenBy(group => group.Key.IsBold)
                .First().Key;
            // Half points, so that rounding does not make two steps of one; the most frequent is the one within paragraphs.
            double? step = lines.Zip(lines.Skip(1))
                .Where(pair => pair.First.Column == pair.Second.Column && pair.First.Size.Equals(body.Size) && pair.Second.Size.Equals(body.Size))
                .Select(pair => Math.Round((pair.First.Baseline - pair.Second.Baseline) * 2) / 2)
                .Where(distance => distance > 0.5 * body.Size && distance < 2.5 * body.Size)
                .GroupBy(distance => distance)
                .OrderByDescending(group => group.Count())
                .ThenBy(group => group.Key)
                .Select(group => (double?)group.Key)
                .FirstOrDefault();
            return new Typography(body.Size, body.IsBold, step ?? (1.25 * body.Size));
        }

        public bool IsSetAsHeading(TextLine line) =>
            line.Size >= LargerThanBody * BodySize || (line.IsBold && !BodyIsBold && line.Size >= 0.95 * BodySize);
    }
}
