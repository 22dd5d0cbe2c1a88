using System.Globalization;
using AngleSharp.Dom;
using PolicyAnalysis.Documents.TextFragments;

namespace PolicyAnalysis.Documents;

/// <summary>Writes the kept part of a page as blocks in reading order: one loop over the flat tree, no recursion.</summary>
internal sealed class HtmlBlockWriter(PageTree tree, IReadOnlyDictionary<string, string> contents)
{
    private readonly List<DraftBlock> _blocks = [];
    private readonly Stack<ListFrame> _lists = new();
    private readonly InlineText _line = new();
    private int _listCount;
    private int _tableCount;
    private int _lastHeadingLevel = 1;
    private readonly List<string> _anchors = [];
    private (int Node, string Entry)? _entry;
    private int _breaks;

    public List<DraftBlock> Write()
    {
        var open = new Stack<int>();
        for (int index = 0; index < tree.Nodes.Count; index++)
        {
            while (open.Count > 0 && index >= tree.Nodes[open.Peek()].End)
                Leave(open.Pop());
            PageNode node = tree.Nodes[index];
            if (node.IsDropped)
            {
                if (!node.Has(ElementTraits.Inline))
                    _line.AppendSpace();
                index = node.End - 1;
                continue;
            }

            if (node.IsText)
            {
                AppendText(index);
            }
            else if (node.Name == "table" && HtmlTable.TryRead(tree, index, _tableCount) is { } rows)
            {
                Flush();
                TakeAnchors(rows[0]);
                _blocks.AddRange(rows);
                _tableCount++;
                index = node.End - 1;
            }
            else
            {
                Enter(index);
                open.Push(index);
            }
        }

        while (open.Count > 0)
            Leave(open.Pop());
        Flush();
        return _blocks;
    }

    private void AppendText(int index)
    {
        PageNode node = tree.Nodes[index];
        if (node.OwnLength > 0)
        {
            if (_breaks > 0)
            {
                if (_breaks > 1 || ListMark.Starts(node.Data.AsSpan().TrimStart()))
                    Flush();
                _breaks = 0;
            }

            _line.Owner ??= node.Owner;
        }

        _line.BeginNode(index);
        _line.Append(node.Data!, node.Has(ElementTraits.Emphasis));
    }

    private void Enter(int index)
    {
        PageNode node = tree.Nodes[index];
        IElement element = node.Element!;
        if (node.Id is { } id)
        {
            _anchors.Add(id);
            if (contents.TryGetValue(id, out string? entry))
                _entry = (index, entry);
        }

        switch (node.Name)
        {
            case "br":
                _breaks++;
                _line.AppendSpace();
                return;
            case "img":
                if (node.Alternative is { } alternative)
                {
                    _line.Owner ??= BlockAbove(index);
                    _line.BeginNode(TextRun.Image);
                    _line.Append(alternative, node.Has(ElementTraits.Emphasis));
                }

                return;
            case "a":
                if (element.GetAttribute("name") is { Length: > 0 } name)
                    _anchors.Add(name);
                if (element.GetAttribute("href") is { Length: > 0 } target)
                    _line.OpenLink(target, index);
                return;
        }

        if (node.Has(ElementTraits.Inline))
            return;
        Flush();
        switch (node.Name)
        {
            case "ul" or "ol" or "menu":
                _lists.Push(new ListFrame(_listCount++, node.Name == "ol" ? ListNumbering.Of(element, CountItems(index)) : null));
                break;
            case "li" when _lists.Count > 0:
                _lists.Peek().NextItem(element);
                break;
        }
    }

    private void Leave(int index)
    {
        PageNode node = tree.Nodes[index];
        if (node.Name == "a")
            _line.CloseLink(index);
        if (node.Has(ElementTraits.Inline) || node.Name == "br")
            return;
        Flush();
        if (node.Name is "ul" or "ol" or "menu" && _lists.Count > 0)
            _lists.Pop();
    }

    private int CountItems(int index)
    {
        int count = 0;
        for (int child = tree.FirstChild(index); child < tree.Nodes[index].End; child = tree.NextChild(child, index))
            count += tree.Nodes[child].Name == "li" ? 1 : 0;
        return count;
    }

    private void Flush()
    {
        _breaks = 0;
        if (_line.IsEmpty)
        {
            _line.Clear();
            return;
        }

        DraftBlock block = _line.Finish();
        Classify(block, _line.Owner ?? 0, _line.IsAllEmphasised);
        if (_entry is { } expected)
        {
            if (block.Kind == DocumentBlockKind.Paragraph && SameWords(block.Text, expected.Entry))
                MakeHeading(block, LevelAbove(expected.Node), HeadingOrigin.Contents);
            _entry = null;
        }

        TakeAnchors(block);
        _line.Clear();
        _blocks.Add(block);
    }

    /// <summary>The innermost anchor is the block's; those around it lead to it too.</summary>
    private void TakeAnchors(DraftBlock block)
    {
        if (_anchors.Count == 0)
            return;
        block.Anchor = _anchors[^1];
        if (_anchors.Count > 1)
            block.OtherAnchors = [.. _anchors.Take(_anchors.Count - 1)];
        _anchors.Clear();
    }

    private int BlockAbove(int index)
    {
        while (index > 0 && tree.Nodes[index].Has(ElementTraits.Inline))
            index = tree.Nodes[index].Parent;
        return index;
    }

    private void Classify(DraftBlock block, int owner, bool allEmphasised)
    {
        block.Language = tree.Nodes[owner].Language;
        for (int node = owner; node > 0; node = tree.Nodes[node].Parent)
        {
            PageNode current = tree.Nodes[node];
            if (current.Has(ElementTraits.Note))
            {
                block.Kind = DocumentBlockKind.Footnote;
                block.Marker = _lists.Count > 0 ? _lists.Peek().TakeMarker() : null;
                return;
            }

            switch (current.Name)
            {
                case ['h', >= '1' and <= '6' and var digit]:
                    MakeHeading(block, digit - '0', HeadingOrigin.Markup);
                    return;
                case "summary":
                    MakeHeading(block, Math.Min(6, _lastHeadingLevel + 1), HeadingOrigin.Disclosure);
                    return;
                case "button":
                    MakeHeading(block, Math.Min(6, _lastHeadingLevel + 1), HeadingOrigin.Disclosure);
                    return;
                case "li" or "ul" or "ol" when _lists.Count > 0:
                    block.Kind = DocumentBlockKind.ListItem;
                    block.Level = _lists.Count;
                    block.ListIndex = _lists.Peek().Index;
                    block.Marker = _lists.Peek().TakeMarker();
                    return;
                case "dt":
                    block.Kind = DocumentBlockKind.DefinitionTerm;
                    return;
                case "dd":
                    block.Kind = DocumentBlockKind.DefinitionDescription;
                    return;
                case "blockquote":
                    block.Kind = DocumentBlockKind.Quote;
                    return;
                case "pre":
                    block.Kind = DocumentBlockKind.Preformatted;
                    return;
            }

            if (current.Role == "heading")
            {
                int level = int.TryParse(current.Element!.GetAttribute("aria-level"), NumberStyles.None, CultureInfo.InvariantCulture, out int stated) ? Math.Clamp(stated, 1, 6) : 2;
                MakeHeading(block, level, HeadingOrigin.Role);
                return;
            }
        }

        if (allEmphasised && HeadingShape.LooksLikeHeading(block.Text))
            MakeHeading(block, Math.Min(6, _lastHeadingLevel + 1), HeadingOrigin.Typography);
    }

    private void MakeHeading(DraftBlock block, int level, HeadingOrigin origin)
    {
        block.Kind = DocumentBlockKind.Heading;
        block.Level = level;
        block.HeadingOrigin = origin;
        if (origin is HeadingOrigin.Markup or HeadingOrigin.Role)
            _lastHeadingLevel = level;
    }

    /// <summary>The rank of a title over the headings that stand in the same element.</summary>
    private int LevelAbove(int node)
    {
        int highest = 7;
        for (int index = node; index < tree.Nodes[node].End; index++)
        {
            if (tree.Nodes[index] is { IsDropped: false, HeadingLevel: > 0 and var level })
                highest = Math.Min(highest, level);
        }

        return highest == 7 ? Math.Min(6, _lastHeadingLevel + 1) : Math.Max(1, highest - 1);
    }

    private static bool SameWords(ReadOnlySpan<char> block, ReadOnlySpan<char> entry) =>
        block.TrimEnd(":. ").Equals(entry.TrimEnd(":. "), StringComparison.OrdinalIgnoreCase);

    /// <summary>A list that is open while its items are written.</summary>
    private sealed class ListFrame(int index, ListNumbering? numbering)
    {
        private string? _marker;

        public int Index => index;

        public void NextItem(IElement item) => _marker = numbering?.Next(item) ?? "•";

        /// <summary>The mark of the item; only its first block carries it.</summary>
        public string? TakeMarker()
        {
            string? marker = _marker;
            _marker = null;
            return marker;
        }
    }
}
