using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace PolicyAnalysis.ML.Evaluation;

/// <summary>
/// The text of a page as a browser searches it for a text fragment, one line a block, and what a fragment marks in it. Made
/// apart from the reader that is measured: the whole page is parsed with the parser's defaults, and nothing is shared.
/// </summary>
/// <remarks>Source: WICG, URL Fragment Text Directives; HTML Standard, Rendering, for what is a block and what is not shown.</remarks>
internal sealed partial class PageText
{
    private static readonly HashSet<string> Unseen = new(StringComparer.Ordinal)
    {
        "head", "script", "style", "noscript", "template", "title", "datalist", "svg", "textarea", "select", "iframe", "object", "canvas",
        "video", "audio", "noframes", "noembed", "meter", "progress", "rp", "area", "param", "frameset", "link", "meta", "base", "col", "colgroup",
    };

    private static readonly HashSet<string> Inline = new(StringComparer.Ordinal)
    {
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd", "label", "mark",
        "nobr", "output", "picture", "q", "rb", "rt", "ruby", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
    };

    private readonly string _text;

    public PageText(string html)
    {
        using var document = new HtmlParser().ParseDocument(html);
        var text = new StringBuilder(html.Length / 4);
        var open = new Stack<(INode Parent, int Next)>();
        if (document.Body is { } body)
            open.Push((body, 0));
        while (open.TryPop(out (INode Parent, int Next) current))
        {
            if (current.Next == current.Parent.ChildNodes.Length)
            {
                Break(text, current.Parent);
                continue;
            }

            open.Push((current.Parent, current.Next + 1));
            INode child = current.Parent.ChildNodes[current.Next];
            if (child is IText { Data: var data })
            {
                Append(text, data, open.Any(static element => element.Parent is IElement { LocalName: "pre" }));
            }
            else if (child is IElement element && IsSeen(element))
            {
                Break(text, element);
                open.Push((element, 0));
            }
        }

        _text = Fold(text.ToString());
    }

    /// <summary>Takes off what a search does not tell apart: white space, letter case, accents.</summary>
    public static string Fold(string text)
    {
        // What is no character at all has no compatibility form.
        text = NoCharacter().Replace(text, "\uFFFD");
        var folded = new StringBuilder(text.Length);
        foreach (char character in text.Normalize(NormalizationForm.FormKD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(character) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.Format))
                folded.Append(char.ToLowerInvariant(character));
        }

        return folded.ToString();
    }

    /// <summary>What the directives of an address mark, one passage each, folded; nothing where one of them leads nowhere.</summary>
    /// <param name="directives">What follows <c>:~:</c> in the address.</param>
    public IReadOnlyList<(int Start, string Words)>? Find(string directives)
    {
        var passages = new List<(int, string)>();
        foreach (string directive in directives.Split('&'))
        {
            if (!directive.StartsWith("text=", StringComparison.Ordinal) || FindOne(directive[5..]) is not { } passage)
                return null;
            passages.Add((passage.Start, _text[passage.Start..passage.End]));
        }

        return passages;
    }

    private (int Start, int End)? FindOne(string directive)
    {
        List<string> parts = [.. directive.Split(',')];
        string? prefix = parts[0].EndsWith('-') ? Decode(parts[0][..^1]) : null;
        string? suffix = parts[^1].StartsWith('-') ? Decode(parts[^1][1..]) : null;
        parts = parts[(prefix is null ? 0 : 1)..(suffix is null ? parts.Count : parts.Count - 1)];
        string first = Decode(parts[0]);
        string? last = parts.Count > 1 ? Decode(parts[1]) : null;
        for (int from = 0; from < _text.Length;)
        {
            int start = Next(prefix ?? first, from, mustBegin: true, mustEnd: prefix is null && (last is not null || suffix is null));
            if (start < 0)
                return null;
            from = start + 1;
            if (prefix is not null)
            {
                start = SkipSpace(start + prefix.Length);
                if (!Stands(first, start) || ((last is not null || suffix is null) && !IsBoundary(start + first.Length)))
                    continue;
            }

            int end = start + first.Length;
            while (true)
            {
                if (last is not null)
                {
                    int found = Next(last, end, mustBegin: true, mustEnd: suffix is null);
                    if (found < 0)
                        return null;
                    end = found + last.Length;
                }

                if (suffix is null || (SkipSpace(end) is var behind && Stands(suffix, behind) && IsBoundary(behind + suffix.Length)))
                    return (start, end);
                if (last is null)
                    break;
            }
        }

        return null;
    }

    private int Next(string words, int from, bool mustBegin, bool mustEnd)
    {
        for (int at = from; at < _text.Length; at++)
        {
            at = _text.IndexOf(words, at, StringComparison.Ordinal);
            if (at < 0)
                return -1;
            if ((!mustBegin || IsBoundary(at)) && (!mustEnd || IsBoundary(at + words.Length)))
                return at;
        }

        return -1;
    }

    private bool Stands(string words, int at) => string.CompareOrdinal(_text, at, words, 0, words.Length) == 0;

    private int SkipSpace(int at)
    {
        while (at < _text.Length && _text[at] is ' ' or '\n')
            at++;
        return at;
    }

    private bool IsBoundary(int at)
    {
        if (at <= 0 || at >= _text.Length)
            return true;
        if (IsWord(at - 1) && IsWord(at))
            return false;
        return !(IsWord(at - 1) && IsJoint(at) && IsWord(at + 1)) && !(IsWord(at - 2) && IsJoint(at - 1) && IsWord(at));
    }

    private bool IsWord(int at) => at >= 0 && at < _text.Length && (char.IsLetterOrDigit(_text[at]) || _text[at] == '_');

    private bool IsJoint(int at) => _text[at] is '.' or '\'' or '’' or ':' || (_text[at] is ',' or ';' && at > 0 && char.IsDigit(_text[at - 1]));

    private static string Decode(string part) => Fold(Uri.UnescapeDataString(part));

    private static bool IsSeen(IElement element) =>
        !Unseen.Contains(element.LocalName)
        && !(element.GetAttribute("hidden") is { } hidden && !hidden.Equals("until-found", StringComparison.OrdinalIgnoreCase))
        && !(element.GetAttribute("style") is { } style && HidingStyle().IsMatch(style))
        && !element.HasAttribute("popover")
        && !(element.LocalName == "dialog" && !element.HasAttribute("open"));

    private static void Append(StringBuilder text, string data, bool isPreformatted)
    {
        foreach (char character in data)
        {
            if (isPreformatted && character == '\n')
                Break(text);
            else if (!char.IsWhiteSpace(character))
                text.Append(character);
            else if (text.Length > 0 && text[^1] is not (' ' or '\n'))
                text.Append(' ');
        }
    }

    private static void Break(StringBuilder text, INode node)
    {
        if (node is IElement element && !Inline.Contains(element.LocalName) && !element.LocalName.Contains('-', StringComparison.Ordinal))
            Break(text);
    }

    private static void Break(StringBuilder text)
    {
        while (text.Length > 0 && text[^1] == ' ')
            text.Length--;
        if (text.Length > 0 && text[^1] != '\n')
            text.Append('\n');
    }

    [GeneratedRegex("[\uD800-\uDFFF\uFDD0-\uFDEF\uFFFE\uFFFF]", RegexOptions.NonBacktracking)]
    private static partial Regex NoCharacter();

    [GeneratedRegex(@"(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex HidingStyle();
}
