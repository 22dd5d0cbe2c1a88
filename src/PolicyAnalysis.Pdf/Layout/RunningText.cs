using System.Globalization;
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

    /// <summary>The fragments to leave out, by page and place in the page.</summary>
    public static HashSet<(int Page, int Index)> Find(PdfContents contents)
    {
        var found = new HashSet<(int, int)>();
        var repeated = new Dictionary<string, List<(int Page, int Index, double Height)>>(StringComparer.Ordinal);
        foreach (PageText page in contents.Pages)
        {
            for (int index = 0; index < page.Fragments.Count; index++)
            {
                TextFragment fragment = page.Fragments[index];
                double height = (fragment.Baseline - page.Bottom) / Math.Max(1, page.Height);
                if (height is > Margin and < 1 - Margin)
                    continue;
                if (IsPageNumber(fragment.Text, page.Number, contents.Pages.Count))
                    found.Add((page.Number, index));
                string key = Digits().Replace(fragment.Text, "#") + (height < 0.5 ? "\nfoot" : "\nhead");
                if (!repeated.TryGetValue(key, out List<(int, int, double)>? places))
                    repeated[key] = places = [];
                places.Add((page.Number, index, fragment.Baseline));
            }
        }

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

        return found;
    }

    /// <summary>A running header that names the policy, for files that print its title nowhere else.</summary>
    public static string? TitleIn(PdfContents contents) =>
        Find(contents).OrderBy(place => place.Page).ThenBy(place => place.Index)
            .Select(place => contents.Pages[place.Page - 1].Fragments[place.Index].Text)
            .FirstOrDefault(PolicyTitle.NamesDocument);

    private static bool IsPageNumber(string text, int page, int pages)
    {
        if (text.Length > 40)
            return false;
        Match match = PageNumber().Match(text);
        if (!match.Success)
            return false;
        // A bare number is one only where it counts the pages, as a lone number may be part of the text.
        return match.Groups["word"].Success
            || (pages > 1 && int.TryParse(match.Groups["number"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && Math.Abs(number - page) <= 2)
            || (pages > 1 && match.Groups["of"].Success);
    }

    [GeneratedRegex(@"^[\s\-–—|]*(?<word>(?:page|seite|p\.|pagina|página)\s*)?(?<number>[0-9]{1,4})(?<of>\s*(?:/|of|von|sur|de)\s*[0-9]{1,4})?[\s\-–—|]*$", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PageNumber();

    [GeneratedRegex("[0-9]+", RegexOptions.NonBacktracking)]
    private static partial Regex Digits();
}
