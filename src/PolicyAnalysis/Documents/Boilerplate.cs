using System.Text.RegularExpressions;

namespace PolicyAnalysis.Documents;

/// <summary>
/// Drops what is page and not policy: by role, by structure, and by words of a class only together with what the text, the
/// links and the controls look like.
/// </summary>
internal sealed partial class Boilerplate
{
    /// <summary>A part with more of the page's prose than this is not furniture, whatever it is called.</summary>
    private const double FurnitureShare = 0.15;

    /// <summary>A layer over the page is dropped where this much prose is left without it.</summary>
    private const int ProseOfAPage = 200;

    /// <summary>A menu has a link at least every so many visible characters.</summary>
    private const int TextOfALink = 80;

    private readonly PageTree _tree;
    private readonly int _prose;
    private readonly int _text;

    private Boilerplate(PageTree tree)
    {
        _tree = tree;
        _prose = Math.Max(1, tree.Nodes[0].ProseLength);
        _text = Math.Max(1, tree.Nodes[0].TextLength);
    }

    public static void Remove(PageTree tree)
    {
        HiddenContent.Remove(tree);
        var boilerplate = new Boilerplate(tree);
        List<PageNode> nodes = tree.Nodes;
        for (int index = 1; index < nodes.Count; index++)
        {
            PageNode node = nodes[index];
            if (node.IsDropped || node.IsText)
                continue;
            if (!boilerplate.IsFurniture(index))
                continue;
            tree.Drop(index);
            index = node.End - 1;
        }

        RepeatedContent.Remove(tree);
    }

    private bool IsFurniture(int index)
    {
        PageNode node = _tree.Nodes[index];
        if (node.HoldsNotes)
            return false;
        switch (node.Role)
        {
            case "navigation" or "menu" or "menubar" or "toolbar" or "listbox" or "search" or "tooltip":
                return Share(node) < 0.5;
            case "dialog" or "alertdialog":
                return IsLayer(index);
            case "contentinfo" or "alert" or "status":
                return Share(node) < 0.3;
            case "banner" or "complementary":
                return Share(node) < FurnitureShare && !_tree.HasHeading(index, deepest: 1);
        }

        switch (node.Name)
        {
            case "nav":
                return Share(node) < 0.5;
            case "dialog":
                return IsLayer(index);
            case "footer":
                return Share(node) < 0.3;
            case "aside":
                return Share(node) < FurnitureShare || node.LinkDensity > 0.5;
            case "header":
                return _tree.HasHeading(index, deepest: 1) ? node.LinkCount > 6 && node.LinkDensity > 0.6 : Share(node) < FurnitureShare && !IntroducesPolicy(index);
            case "button":
                return !node.Has(ElementTraits.Disclosure) && !InsideHeading(index);
            case "form":
                return Share(node) < FurnitureShare && (node.TextLength < 400 || node.ControlCount > 2) && !_tree.HasHeading(index, deepest: 1);
            case "a":
                return IsWayBack(index);
            case "span":
                return node.Has(ElementTraits.ScreenReaderOnly) && node.TextLength < 40;
            case "div" or "section" or "ul" or "ol" or "p" or "table" or "article":
                return IsNamedFurniture(index) || IsFiller(index);
        }

        return false;
    }

    /// <summary>A part that is named like furniture and looks like it.</summary>
    private bool IsNamedFurniture(int index)
    {
        PageNode node = _tree.Nodes[index];
        if (!node.Has(ElementTraits.FurnitureWord) || node.TextLength == 0)
            return false;
        if (node.Has(ElementTraits.LayerWord) && node.ControlCount > 0 && IsLayer(index))
            return true;
        if (node.TextLength > 0.5 * _text || _tree.HasHeading(index, deepest: 1))
            return false;
        if (node.Has(ElementTraits.PromotionWord) && node.ControlCount > 1 && node.ProseLength < 1200 && Share(node) < 0.5)
            return true;
        if (node.Has(ElementTraits.NavigationWord) && node.LinkCount >= 8 && Share(node) < 0.5 && (node.LinkDensity > 0.2 || node.TextLength < TextOfALink * node.LinkCount))
            return true;
        if (Share(node) >= FurnitureShare)
            return false;
        if (node.Has(ElementTraits.ConsentWord | ElementTraits.LayerWord) && node.ControlCount > 0 && node.ProseLength < 2500)
            return true;
        if (IntroducesPolicy(index))
            return false;
        if (node.LinkDensity > 0.5 && node.LinkCount >= 2)
            return true;
        if (node.Has(ElementTraits.PromotionWord) && node.ControlCount + node.LinkCount > 0 && node.ProseLength < 1200)
            return node.LinkDensity > 0.3 || node.ControlCount > 0;
        return node.ProseLength == 0 && node.TextLength < 300 && node.LinkCount + node.ControlCount > 0 && !_tree.HasHeading(index, deepest: 4);
    }

    /// <summary>A layer over the page: what lies under it is a page of its own.</summary>
    private bool IsLayer(int index)
    {
        PageNode node = _tree.Nodes[index];
        int beside = _tree.Nodes[0].ProseLength - node.ProseLength;
        if (beside >= _prose * 0.5)
            return true;
        bool manyControls = node.ControlCount > 2 && node.TextLength < 1500 * node.ControlCount;
        return manyControls && beside >= ProseOfAPage;
    }

    /// <summary>A line at the head of a policy: when it was updated.</summary>
    private bool IntroducesPolicy(int index) =>
        _tree.Nodes[index].TextLength < 200 && StatedDateReader.StatesDate(_tree.TextOf(index, 240));

    /// <summary>A link to the top of the page: nothing is said by it.</summary>
    private bool IsWayBack(int index)
    {
        PageNode node = _tree.Nodes[index];
        return node.TextLength is > 2 and < 24 && node.Element!.GetAttribute("href") is ['#', ..] && WayBack().IsMatch(_tree.TextOf(index, 40));
    }

    /// <summary>Text that stands for text: the same few words over and over.</summary>
    private bool IsFiller(int index)
    {
        PageNode node = _tree.Nodes[index];
        if (index + 1 >= node.End || node.End - index > 2 || node.TextLength < 200 || _tree.Nodes[0].ProseLength - node.ProseLength < PageTree.ProseLine || _tree.Nodes[index + 1].Data is not { } text)
            return false;
        var distinct = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var lookup = distinct.GetAlternateLookup<ReadOnlySpan<char>>();
        int words = 0;
        foreach (Range range in text.AsSpan().SplitAny(WhiteSpace.Characters))
        {
            if (range.Start.Value == range.End.Value)
                continue;
            words++;
            lookup.Add(text.AsSpan(range));
            if (distinct.Count > 8)
                return false;
        }

        return words > 40;
    }

    private bool InsideHeading(int index)
    {
        for (int parent = _tree.Nodes[index].Parent; parent > 0; parent = _tree.Nodes[parent].Parent)
        {
            if (_tree.Nodes[parent].HeadingLevel > 0 || _tree.Nodes[parent].Name == "summary")
                return true;
        }

        return false;
    }

    private double Share(PageNode node) => (double)node.ProseLength / _prose;

    [GeneratedRegex(@"^\W*(?:(?:back|return|go)? ?to (?:the )?top|top of (?:the )?page|haut de (?:la )?page|retour en haut(?: de (?:la )?page)?|nach oben)\W*$", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex WayBack();
}
