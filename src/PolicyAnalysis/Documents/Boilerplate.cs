using AngleSharp.Dom;

namespace PolicyAnalysis.Documents;

/// <summary>
/// Drops what is page and not policy: by role, by structure, and by words of a class only together with what the text
/// and the links look like.
/// </summary>
internal static class Boilerplate
{
    /// <summary>A part with more of the page's text than this is not furniture, whatever it is called.</summary>
    private const double FurnitureShare = 0.15;

    /// <summary>Hidden text shorter than this is a tooltip, not a panel.</summary>
    private const int ShortHiddenText = 120;

    private static readonly HashSet<string> FurnitureRoles = new(StringComparer.Ordinal)
    {
        "navigation", "search", "menu", "menubar", "toolbar", "listbox", "dialog", "alertdialog", "tooltip", "contentinfo", "alert", "status",
    };

    private static readonly HashSet<string> FurnitureWords = new(StringComparer.Ordinal)
    {
        "nav", "navbar", "navigation", "menu", "menus", "submenu", "sidebar", "sidenav", "breadcrumb", "breadcrumbs", "footer", "cookie", "cookies", "consent",
        "banner", "modal", "popup", "overlay", "share", "sharing", "social", "related", "newsletter", "subscribe", "skip", "toolbar",
        "pagination", "pager", "search", "language", "languages", "locale", "signup", "promo", "advert", "ads", "feedback", "helpful", "comments", "toc", "header", "masthead", "topbar",
        "cta", "download", "recommended", "articles", "posts", "tags", "meta", "author", "onetrust", "login", "dropdown",
    };

    private static readonly HashSet<string> PanelWords = new(StringComparer.Ordinal)
    {
        "accordion", "collapse", "collapsed", "collapsible", "panel", "tab", "tabs", "toggle", "toggled", "expand", "expandable", "expander", "faq", "content", "answer", "body", "details", "more",
    };

    public static void Remove(PageTree tree)
    {
        HashSet<string> controlled = Controlled(tree);
        int total = Math.Max(1, tree.Nodes[0].TextLength);
        for (int index = 1; index < tree.Nodes.Count; index++)
        {
            PageNode node = tree.Nodes[index];
            if (node.IsDropped)
            {
                index = node.End - 1;
                continue;
            }

            if (!node.IsText && (IsFurniture(tree, index, total) || IsHidden(tree, index, total, controlled)))
            {
                tree.Drop(index);
                index = node.End - 1;
            }
        }

        tree.Measure();
        DropRepeats(tree);
        tree.Measure();
    }

    private static bool IsFurniture(PageTree tree, int index, int total)
    {
        PageNode node = tree.Nodes[index];
        double share = (double)node.TextLength / total;
        string? role = node.Role;
        if (role is not null && FurnitureRoles.Contains(role))
            return share < 0.5;

        switch (node.Name)
        {
            case "nav":
                return share < 0.5;
            case "footer":
                return share < 0.3;
            case "aside":
                return share < FurnitureShare || node.LinkDensity > 0.5;
            case "header":
                return !HasMainHeading(tree, index) ? share < FurnitureShare : node.LinkCount > 6 && node.LinkDensity > 0.6;
            case "button":
                return !IsDisclosure(node.Element!) && !InsideHeading(tree, index);
            case "form":
                return share < FurnitureShare && node.TextLength < 400;
        }

        if (role == "banner" || role == "complementary")
            return share < FurnitureShare && !HasMainHeading(tree, index);
        if (node.Name is not ("div" or "section" or "ul" or "ol" or "p" or "span" or "table"))
            return false;
        if (node.Name is "span" && node.TextLength > 0)
            return IsForScreenReadersOnly(node);
        if (share >= FurnitureShare || node.TextLength == 0)
            return false;

        bool dense = node.LinkDensity > 0.5 && node.LinkCount >= 3;
        bool named = HasWord(node.Element!, FurnitureWords);
        if (named && dense)
            return true;
        if (named && node.TextLength < 1500 && !HasProse(tree, index) && !HasMainHeading(tree, index))
            return true;
        return named && node.TextLength < 2500 && SpeaksOfCookieChoice(tree, index);
    }

    /// <summary>A bar of consent buttons: named like one, short, and asking to accept or reject.</summary>
    private static bool SpeaksOfCookieChoice(PageTree tree, int index)
    {
        if (!HasWord(tree.Nodes[index].Element!, ["cookie", "cookies", "consent", "onetrust", "gdpr"]))
            return false;
        for (int node = index + 1; node < tree.Nodes[index].End; node++)
        {
            if (tree.Nodes[node].Name is "button")
                return true;
        }

        return false;
    }

    private static bool IsHidden(PageTree tree, int index, int total, HashSet<string> controlled)
    {
        PageNode node = tree.Nodes[index];
        IElement element = node.Element!;
        if (!IsMarkedHidden(element))
            return false;
        if (node.TextLength < ShortHiddenText)
            return !IsPanel(element, controlled);
        if (IsPanel(element, controlled))
            return IsWholeDocument(tree, index) && node.TextLength > 3000 && SiblingsLikeIt(tree, index) > 2;
        return node.TextLength < total * 0.6;
    }

    private static bool IsMarkedHidden(IElement element)
    {
        if (element.HasAttribute("hidden"))
            return true;
        if (element.GetAttribute("aria-hidden") is "true" && element.LocalName is not ("body" or "main" or "article"))
            return true;
        string? style = element.GetAttribute("style");
        if (style is null)
            return false;
        string folded = style.Replace(" ", string.Empty, StringComparison.Ordinal);
        return folded.Contains("display:none", StringComparison.OrdinalIgnoreCase) || folded.Contains("visibility:hidden", StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsPanel(IElement element, HashSet<string> controlled)
    {
        if (element.Id is { } id && controlled.Contains(id))
            return true;
        return element.GetAttribute("role") is "tabpanel" or "region" || element.HasAttribute("aria-labelledby") || HasWord(element, PanelWords);
    }

    /// <summary>A hidden alternative of the whole page: it has a title of its own.</summary>
    private static bool IsWholeDocument(PageTree tree, int index)
    {
        for (int node = index + 1; node < tree.Nodes[index].End; node++)
        {
            if (tree.Nodes[node].Name == "h1")
                return true;
        }

        return false;
    }

    private static int SiblingsLikeIt(PageTree tree, int index)
    {
        int parent = tree.Nodes[index].Parent;
        return tree.Children(parent).Count(child => child != index && tree.Nodes[child].Element is { } sibling && IsMarkedHidden(sibling));
    }

    private static bool HasMainHeading(PageTree tree, int index)
    {
        for (int node = index; node < tree.Nodes[index].End; node++)
        {
            if (tree.Nodes[node].Name is "h1")
                return true;
        }

        return false;
    }

    /// <summary>Whether some text outside links reads like sentences.</summary>
    private static bool HasProse(PageTree tree, int index)
    {
        for (int node = index; node < tree.Nodes[index].End; node++)
        {
            PageNode leaf = tree.Nodes[node];
            if (leaf is { IsText: true, OwnLength: > 80 } && tree.Nodes[leaf.Parent].Name != "a")
                return true;
        }

        return false;
    }

    private static bool InsideHeading(PageTree tree, int index)
    {
        for (int parent = tree.Nodes[index].Parent; parent > 0; parent = tree.Nodes[parent].Parent)
        {
            if (tree.Nodes[parent].Name is "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "summary")
                return true;
        }

        return false;
    }

    private static bool IsDisclosure(IElement element) => element.HasAttribute("aria-expanded") || element.HasAttribute("aria-controls");

    private static bool IsForScreenReadersOnly(PageNode node) =>
        node.TextLength < 40 && HasWord(node.Element!, ["sr", "visually", "screenreader"]) && HasWord(node.Element!, ["only", "hidden", "text"]);

    private static bool HasWord(IElement element, HashSet<string> words)
    {
        Span<char> lower = stackalloc char[32];
        foreach (string? value in (ReadOnlySpan<string?>)[element.ClassName, element.Id])
        {
            if (value is null)
                continue;
            foreach (Range part in ClassWords.Split(value))
            {
                if (words.GetAlternateLookup<ReadOnlySpan<char>>().Contains(ClassWords.Lower(value.AsSpan(part), lower)))
                    return true;
            }
        }

        return false;
    }

    private static HashSet<string> Controlled(PageTree tree)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (PageNode node in tree.Nodes)
        {
            if (node.Element?.GetAttribute("aria-controls") is { } controls)
                ids.UnionWith(controls.Split(' ', StringSplitOptions.RemoveEmptyEntries));
            if (node.Element is { LocalName: "a" } link && node.Element.HasAttribute("aria-expanded") && link.GetAttribute("href") is ['#', .. var target])
                ids.Add(target);
        }

        return ids;
    }

    /// <summary>Drops the second of two subtrees with the same long text: a page's copy for small screens.</summary>
    private static void DropRepeats(PageTree tree)
    {
        const int MinimumLength = 600;
        var seen = new Dictionary<(int Length, ulong Hash), int>();
        ulong[] hashes = TextHashes(tree);
        for (int index = 1; index < tree.Nodes.Count; index++)
        {
            PageNode node = tree.Nodes[index];
            if (node.IsDropped || node.IsText || node.TextLength < MinimumLength)
                continue;
            if (!seen.TryGetValue((node.TextLength, hashes[index]), out int first))
            {
                seen.Add((node.TextLength, hashes[index]), index);
            }
            else if (index >= tree.Nodes[first].End)
            {
                tree.Drop(index);
                index = node.End - 1;
            }
        }
    }

    /// <summary>A rolling hash of each subtree's visible characters: the text before it taken off the text up to its end.</summary>
    private static ulong[] TextHashes(PageTree tree)
    {
        const ulong Factor = 1_099_511_628_211;
        ulong[] prefix = new ulong[tree.Nodes.Count + 1];
        int[] lengths = new int[tree.Nodes.Count + 1];
        for (int index = 0; index < tree.Nodes.Count; index++)
        {
            ulong hash = prefix[index];
            int length = lengths[index];
            if (tree.Nodes[index] is { IsText: true, IsDropped: false } leaf)
            {
                foreach (char character in leaf.Data!)
                {
                    if (char.IsWhiteSpace(character))
                        continue;
                    hash = unchecked((hash * Factor) + character);
                    length++;
                }
            }

            prefix[index + 1] = hash;
            lengths[index + 1] = length;
        }

        ulong[] hashes = new ulong[tree.Nodes.Count];
        for (int index = 0; index < tree.Nodes.Count; index++)
        {
            int end = tree.Nodes[index].End;
            hashes[index] = unchecked(prefix[end] - (prefix[index] * Power(Factor, lengths[end] - lengths[index])));
        }

        return hashes;
    }

    private static ulong Power(ulong factor, int exponent)
    {
        ulong result = 1;
        for (ulong square = factor; exponent > 0; exponent >>= 1, square = unchecked(square * square))
        {
            if ((exponent & 1) == 1)
                result = unchecked(result * square);
        }

        return result;
    }
}
