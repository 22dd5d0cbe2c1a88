using System.Text.RegularExpressions;

namespace PolicyAnalysis.Documents;

/// <summary>Takes away what form feeds leave between pages: running headers, page numbers, and the blank lines inside a sentence.</summary>
internal static partial class PlainTextPages
{
    /// <summary>How many lines of a page's top and foot may be printed on every page.</summary>
    private const int Edge = 2;

    public static List<PlainTextLine> Join(List<PlainTextLine> lines)
    {
        if (lines.Count == 0 || lines[^1].Page == 1)
            return lines;
        HashSet<PlainTextLine> running = Running(lines);
        var kept = new List<PlainTextLine>(lines.Count);
        int page = 1;
        foreach (PlainTextLine line in lines)
        {
            if (running.Contains(line))
                continue;
            if (line.Page == page || line.IsBlank)
            {
                kept.Add(line);
                continue;
            }

            // The break itself parts nothing: the first words of a page go on with the last ones where they can.
            page = line.Page;
            int last = kept.FindLastIndex(static before => !before.IsBlank);
            if (last >= 0 && GoesOn(kept[last], line))
                kept.RemoveRange(last + 1, kept.Count - last - 1);
            else if (last >= 0 && kept[^1] is { IsBlank: false } && kept[last].Text[^1] is '.' or ':' or ';' or '!' or '?')
                kept.Add(new PlainTextLine(line.Source, line.Start, line.Start, 0, line.Quotes, line.Page));
            kept.Add(line);
        }

        return kept;
    }

    private static bool GoesOn(PlainTextLine last, PlainTextLine next) =>
        last.Text[^1] is not ('.' or ':' or '?' or '!' or ';') && char.IsLower(next.Text[0]);

    private static HashSet<PlainTextLine> Running(List<PlainTextLine> lines)
    {
        var running = new HashSet<PlainTextLine>(ReferenceEqualityComparer.Instance);
        var edges = new Dictionary<string, List<PlainTextLine>>(StringComparer.Ordinal);
        foreach (IGrouping<int, PlainTextLine> page in lines.Where(static line => !line.IsBlank).GroupBy(static line => line.Page))
        {
            List<PlainTextLine> filled = [.. page];
            for (int index = 0; index < filled.Count; index++)
            {
                if (index >= Edge && index < filled.Count - Edge)
                    continue;
                if (PageNumber().IsMatch(filled[index].Text))
                    running.Add(filled[index]);
                string key = Digits().Replace(filled[index].Text, "#") + (index < Edge ? "\nhead" : "\nfoot");
                if (!edges.TryGetValue(key, out List<PlainTextLine>? alike))
                    edges[key] = alike = [];
                alike.Add(filled[index]);
            }
        }

        int pages = lines[^1].Page;
        foreach (List<PlainTextLine> alike in edges.Values)
        {
            if (alike.Count >= Math.Max(2, (pages * 2 / 5) + 1))
                running.UnionWith(alike);
        }

        return running;
    }

    [GeneratedRegex(@"^[\[(\-– ]*(?:page|seite|p\.)?\s*[0-9]{1,4}(?:\s*(?:/|of|von|sur|de)\s*[0-9]{1,4})?[\])\-– ]*$|\[page [0-9]{1,4}\]$", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PageNumber();

    [GeneratedRegex("[0-9]+", RegexOptions.NonBacktracking)]
    private static partial Regex Digits();
}
