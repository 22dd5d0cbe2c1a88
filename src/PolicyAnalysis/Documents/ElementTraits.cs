using AngleSharp.Dom;

namespace PolicyAnalysis.Documents;

/// <summary>What the attributes of an element say of it.</summary>
[Flags]
internal enum ElementTraits
{
    None = 0,

    /// <summary>Marked as not shown: <c>hidden</c>, <c>aria-hidden</c>, or an inline style.</summary>
    Hidden = 1 << 0,

    /// <summary>A control that opens and closes something.</summary>
    Disclosure = 1 << 1,

    /// <summary>Words of navigation in its class or id.</summary>
    NavigationWord = 1 << 2,

    /// <summary>Words of consent layers in its class or id.</summary>
    ConsentWord = 1 << 3,

    /// <summary>Words of promotion, sharing, sign-up and the like in its class or id.</summary>
    PromotionWord = 1 << 4,

    /// <summary>Words of layers over the page in its class or id, or marked as modal.</summary>
    LayerWord = 1 << 5,

    /// <summary>Words of accordions and tabs in its class or id.</summary>
    PanelWord = 1 << 6,

    /// <summary>Bold by element or inline style; inherited by inline elements.</summary>
    Emphasis = 1 << 7,

    /// <summary>An element that runs within a line.</summary>
    Inline = 1 << 8,

    /// <summary>Stands inside a link.</summary>
    InLink = 1 << 9,

    /// <summary>Text that is meant for screen readers only.</summary>
    ScreenReaderOnly = 1 << 10,

    /// <summary>The panel of a disclosure: named by a role or by a label that points to its control.</summary>
    Panel = 1 << 11,

    /// <summary>Words of small aids to the reader in its class or id: a table of contents, a choice of language, tags.</summary>
    AidWord = 1 << 12,

    /// <summary>A footnote, which a raised mark in the text leads to.</summary>
    Note = 1 << 13,

    /// <summary>Not drawn at all, as far as its own attributes tell.</summary>
    NotRendered = 1 << 14,

    /// <summary>Words of one of the furniture groups.</summary>
    FurnitureWord = NavigationWord | AidWord | ConsentWord | PromotionWord | LayerWord,
}

/// <summary>Reads traits from attributes.</summary>
internal sealed class ElementTraitReader(ClassVocabulary vocabulary)
{
    public void Read(IElement element, PageNode node)
    {
        ElementTraits traits = node.Name is "b" or "strong" or "u" ? ElementTraits.Emphasis : ElementTraits.None;
        if (node.Name == "dialog" && !element.HasAttribute("open"))
            traits |= ElementTraits.NotRendered;
        INamedNodeMap attributes = element.Attributes;
        for (int index = 0; index < attributes.Length; index++)
        {
            IAttr attribute = attributes[index]!;
            string value = attribute.Value;
            switch (attribute.Name)
            {
                case "id":
                    if (value.Length == 0)
                        break;
                    node.Id = value;
                    traits |= vocabulary.TraitsOf(value);
                    break;
                case "href":
                    if (node.Name == "a")
                    {
                        traits |= ElementTraits.InLink;
                        node.LinkCount = 1;
                    }

                    break;
                case "class":
                    if (value.Length > 0)
                        traits |= vocabulary.TraitsOf(value);
                    break;
                case "style":
                    traits |= OfStyle(value);
                    break;
                case "hidden":
                    // Found in a page by its search although it is folded away: the browser treats it as content.
                    if (!value.Equals("until-found", StringComparison.OrdinalIgnoreCase))
                        traits |= ElementTraits.Hidden | ElementTraits.NotRendered;
                    break;
                case "popover":
                    traits |= ElementTraits.NotRendered;
                    break;
                case "aria-hidden":
                    if (value == "true" && node.Name is not ("body" or "main" or "article"))
                        traits |= ElementTraits.Hidden;
                    break;
                case "aria-expanded" or "aria-controls":
                    traits |= ElementTraits.Disclosure;
                    break;
                case "aria-labelledby":
                    traits |= ElementTraits.Panel;
                    break;
                case "aria-modal":
                    traits |= ElementTraits.LayerWord;
                    break;
                case "role":
                    node.Role = value.Trim().ToLowerInvariant();
                    if (node.Role is "tabpanel" or "region")
                        traits |= ElementTraits.Panel;
                    break;
                case "lang" or "xml:lang":
                    if (value.Length > 0)
                        node.Language = value;
                    break;
            }
        }

        node.Traits |= traits;
    }

    private static ElementTraits OfStyle(string style)
    {
        ElementTraits traits = ElementTraits.None;
        if (Declares(style, "display", "none") || Declares(style, "visibility", "hidden"))
            traits |= ElementTraits.Hidden | ElementTraits.NotRendered;
        if (style.Contains("bold", StringComparison.OrdinalIgnoreCase))
            traits |= ElementTraits.Emphasis;
        return traits;
    }

    private static bool Declares(string style, string property, string value)
    {
        int position = style.IndexOf(property, StringComparison.OrdinalIgnoreCase);
        if (position < 0)
            return false;
        ReadOnlySpan<char> rest = style.AsSpan(position + property.Length).TrimStart();
        return rest.StartsWith(":") && rest[1..].TrimStart().StartsWith(value, StringComparison.OrdinalIgnoreCase);
    }
}
