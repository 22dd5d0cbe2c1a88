using System.Text.RegularExpressions;
using PolicyAnalysis.Documents;

namespace PolicyAnalysis.Pdf.Layout;

/// <summary>Finds what is printed on every page around the text: running headers, footers, page numbers.</summary>
internal static partial class RunningText
{
    /// <summary>The share of a page's height at its top and bottom where running text stands.</summary>
    private const double Margin = 0.14;

    /// <summary>How many points the height of repeated text may differ.</summary>
    private const double HeightTolerance = 3;

    /// <summary>A line on the edge that stands this many of its sizes from the next one is not the text's first or last.</summary>
    private const double GapToText = 2.2;

    private const int LongestBesideNumber = 80;

    /// <summary>The fragments to leave out, by page and place in the page.</summary>
    public static HashSet<(int Page, int Index)> Find(PdfContents contents)
    {
        var found = new HashSet<(int, int)>();
        var repeated = new Dictionary<string, List<(int Page, int Index, double Height)>>(StringComparer.Ordinal);
        var numbers = new PageNumbers(contents.Pages.Count);
        foreach (PageText page in contents.Pages)
        {
            for (int index = 0; index < page.Fragments.Count; index++)
            {
                TextFragment fragment = page.Fragments[index];
                double height = (fragment.Baseline - page.Bottom) / Math.Max(1, page.Height);
                if (height is > Margin and < 1 - Margin)
                    continue;
                numbers.Add(fragment.Text, page.Number, index, height < 0.5);
                string key = Counted().Replace(fragment.Text, "#") + (height < 0.5 ? "\nfoot" : "\nhead");
                if (!repeated.TryGetValue(key, out List<(int, int, double)>? places))
                    repeated[key] = places = [];
                places.Add((page.Number, index, fragment.Baseline));
            }
        }

        found.UnionWith(numbers.Found());
        AddBesideNumbers(contents, found);
        AddRepeated(contents, repeated, found);
        AddChanging(contents, isHead: true, found);
        AddChanging(contents, isHead: false, found);
        return found;
    }

    /// <summary>A running header that names the policy, for files that print its title nowhere else.</summary>
    public static string? TitleIn(PdfContents contents, HashSet<(int Page, int Index)> running) =>
        running.OrderBy(place => place.Page).ThenBy(place => place.Index)
            .Select(place => contents.Pages[place.Page - 1].Fragments[place.Index].Text)
            .FirstOrDefault(PolicyTitle.NamesDocument);

    /// <summary>What stands in one line with the page's number is printed around the text too, such as the chapter's name.</summary>
    private static void AddBesideNumbers(PdfContents contents, HashSet<(int Page, int Index)> found)
    {
        foreach ((int number, int at) in found.ToList())
        {
            IReadOnlyList<TextFragment> fragments = contents.Pages[number - 1].Fragments;
            for (int index = 0; index < fragments.Count; index++)
            {
                if (fragments[index].Text.Length <= LongestBesideNumber && Math.Abs(fragments[index].Baseline - fragments[at].Baseline) < 1)
                    found.Add((number, index));
            }
        }
    }

    private static void AddRepeated(PdfContents contents, Dictionary<string, List<(int Page, int Index, double Height)>> repeated, HashSet<(int Page, int Index)> found)
    {
        // Left and right pages may differ, so two fifths of the pages are enough.
        int needed = Math.Max(2, (int)Math.Ceiling(contents.Pages.Count * 0.4));
        foreach (List<(int Page, int Index, double Height)> places in repeated.Values)
        {
            List<(int Page, int Index, double Height)> sorted = [.. places.OrderBy(place => place.Height)];
            int start = 0;
            for (int end = 1; end <= sorted.Count; end++)
            {
                if (end < sorted.Count && sorted[end].Height - sorted[end - 1].Height <= HeightTolerance)
                    continue;
                if (sorted[start..end].Select(place => place.Page).Distinct().Count() >= needed)
                    found.UnionWith(sorted[start..end].Select(place => (place.Page, place.Index)));
                start = end;
            }
        }
    }

    /// <summary>
    /// Headers whose words change with the chapter: small lines on the edge of three fifths of the pages, all at one height, well
    /// apart from the text.
    /// </summary>
    private static void AddChanging(PdfContents contents, bool isHead, HashSet<(int Page, int Index)> found)
    {
        if (contents.Pages.Count < 3)
            return;
        List<double> sizes = [.. contents.Pages.SelectMany(page => page.Fragments).Select(fragment => fragment.Size).Order()];
        double body = sizes.Count == 0 ? 0 : sizes[sizes.Count / 2];
        var edges = new List<(int Page, double Baseline, HashSet<int> Indexes)>();
        foreach (PageText page in contents.Pages)
        {
            List<int> kept = [.. Enumerable.Range(0, page.Fragments.Count).Where(index => !found.Contains((page.Number, index)))];
            if (kept.Count < 2)
                continue;
            TextFragment edge = page.Fragments[isHead ? kept[0] : kept[^1]];
            HashSet<int> row = [.. kept.Where(index => Math.Abs(page.Fragments[index].Baseline - edge.Baseline) < 1)];
            double next = kept.Where(index => !row.Contains(index)).Select(index => page.Fragments[index].Baseline).DefaultIfEmpty(double.NaN).Aggregate((best, at) => isHead ? Math.Max(best, at) : Math.Min(best, at));
            double height = (edge.Baseline - page.Bottom) / Math.Max(1, page.Height);
            if ((isHead ? height < 1 - Margin : height > Margin) || edge.Size >= body || !(Math.Abs(edge.Baseline - next) > GapToText * body))
                continue;
            edges.Add((page.Number, edge.Baseline, row));
        }

        IGrouping<double, (int Page, double Baseline, HashSet<int> Indexes)>? most = edges.GroupBy(edge => Math.Round(edge.Baseline)).OrderByDescending(group => group.Count()).ThenBy(group => group.Key).FirstOrDefault();
        if (most is null || most.Count() < 0.6 * contents.Pages.Count)
            return;
        foreach ((int page, _, HashSet<int> indexes) in most)
            found.UnionWith(indexes.Select(index => (page, index)));
    }

    /// <summary>What counts from page to page: figures, and roman numbers that stand alone.</summary>
    [GeneratedRegex("[0-9]+|\\b[ivxl]{1,7}\\b", RegexOptions.NonBacktracking)]
    private static partial Regex Counted();
}
