namespace PolicyAnalysis.Documents;

/// <summary>What the words of a class or an id say of an element.</summary>
/// <remarks>One for each page: it remembers the values it has seen. Not thread-safe.</remarks>
internal sealed class ClassVocabulary
{
    private static readonly Dictionary<string, ElementTraits> Words = Vocabulary();

    private readonly Dictionary<string, ElementTraits> _known = new(StringComparer.Ordinal);

    /// <summary>What a value says of its element; the same value is looked into once.</summary>
    public ElementTraits TraitsOf(ReadOnlySpan<char> value)
    {
        var known = _known.GetAlternateLookup<ReadOnlySpan<char>>();
        if (known.TryGetValue(value, out ElementTraits traits))
            return traits;
        Span<char> lower = stackalloc char[32];
        var lookup = Words.GetAlternateLookup<ReadOnlySpan<char>>();
        bool reader = false;
        bool only = false;
        foreach (Range part in ClassWords.Split(value))
        {
            ReadOnlySpan<char> word = ClassWords.Lower(value[part], lower);
            if (lookup.TryGetValue(word, out ElementTraits found))
                traits |= found;
            reader |= word is "sr" or "visually" or "screenreader" or "screen";
            only |= word is "only" or "hidden" or "text";
        }

        if (reader && only)
            traits |= ElementTraits.ScreenReaderOnly;
        known[value] = traits;
        return traits;
    }

    private static Dictionary<string, ElementTraits> Vocabulary()
    {
        var words = new Dictionary<string, ElementTraits>(StringComparer.Ordinal);
        Add(ElementTraits.NavigationWord, "nav", "navbar", "navigation", "menu", "menus", "submenu", "sidebar", "sidenav", "breadcrumb", "breadcrumbs", "footer", "header", "masthead", "topbar");
        Add(ElementTraits.AidWord, "toolbar", "pagination", "pager", "skip", "language", "languages", "locale", "dropdown", "toc", "tags", "search");
        Add(ElementTraits.ConsentWord, "cookie", "cookies", "consent", "onetrust", "gdpr", "ccpa", "rgpd");
        Add(ElementTraits.PromotionWord, "share", "sharing", "social", "socials", "related", "newsletter", "subscribe", "subscription", "promo", "advert", "ads", "feedback", "helpful", "comments", "cta", "download", "recommended", "recommendations", "articles", "posts", "author", "login", "signup", "signin", "register", "offer", "rating", "survey");
        Add(ElementTraits.LayerWord, "modal", "modals", "popup", "overlay", "lightbox", "offcanvas", "drawer", "banner", "toast", "dialog", "snackbar");
        Add(ElementTraits.PanelWord, "accordion", "collapse", "collapsed", "collapsible", "panel", "tab", "tabs", "toggle", "toggled", "expand", "expandable", "expander", "faq", "content", "answer", "body", "details", "more");
        return words;

        void Add(ElementTraits trait, params ReadOnlySpan<string> names)
        {
            foreach (string name in names)
                words[name] = words.GetValueOrDefault(name) | trait;
        }
    }
}
