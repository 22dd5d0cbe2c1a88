using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace PolicyAnalysis.ML.Evaluation;

/// <summary>
/// The text of a page as a browser searches it for a text fragment, one line a block; made apart from the reader that is
/// measured.
/// </summary>
internal sealed partial class PageText
{
    private readonly string _text;

    public PageText(string html)
    {
        string body = Unseen().Replace(html, " ");
        body = InlineTag().Replace(body, string.Empty);
        body = Tag().Replace(body, "\u0001");
        body = Invisible().Replace(WebUtility.HtmlDecode(body), string.Empty);
        var text = new StringBuilder(body.Length);
        foreach (char character in body)
        {
            if (character == '\u0001')
            {
                while (text.Length > 0 && text[^1] is ' ')
                    text.Length--;
                if (text.Length > 0 && text[^1] != '\n')
                    text.Append('\n');
            }
            else if (!char.IsWhiteSpace(character))
            {
                text.Append(character);
            }
            else if (text.Length > 0 && text[^1] is not (' ' or '\n'))
            {
                text.Append(' ');
            }
        }

        _text = text.ToString();
    }

    /// <summary>What a directive <c>prefix-,start,end</c> marks; nothing where it leads nowhere.</summary>
    public string? Find(string directive)
    {
        List<string> parts = [.. directive.Split(',')];
        string? prefix = parts[0].EndsWith('-') ? Uri.UnescapeDataString(parts[0][..^1]) : null;
        if (prefix is not null)
            parts.RemoveAt(0);
        string start = Uri.UnescapeDataString(parts[0]);
        for (int from = 0; from < _text.Length;)
        {
            int at = Next(prefix ?? start, from);
            if (at < 0)
                return null;
            from = at + 1;
            if (prefix is not null)
            {
                at += prefix.Length;
                while (at < _text.Length && _text[at] is ' ' or '\n')
                    at++;
                if (string.Compare(_text, at, start, 0, start.Length, StringComparison.OrdinalIgnoreCase) != 0 || !IsBoundary(at + start.Length))
                    continue;
            }

            if (parts.Count == 1)
                return _text.Substring(at, start.Length);
            string end = Uri.UnescapeDataString(parts[1]);
            int close = Next(end, at + start.Length);
            return close < 0 ? null : _text[at..(close + end.Length)];
        }

        return null;
    }

    private int Next(string words, int from)
    {
        for (int at = from; at >= 0 && at < _text.Length; at++)
        {
            at = _text.IndexOf(words, at, StringComparison.OrdinalIgnoreCase);
            if (at < 0)
                return -1;
            if (IsBoundary(at) && IsBoundary(at + words.Length))
                return at;
        }

        return -1;
    }

    private bool IsBoundary(int at) => at <= 0 || at >= _text.Length || !char.IsLetterOrDigit(_text[at - 1]) || !char.IsLetterOrDigit(_text[at]);

    [GeneratedRegex(@"<!--.*?-->|<script\b.*?</script\s*>|<style\b.*?</style\s*>|<noscript\b.*?</noscript\s*>|<template\b.*?</template\s*>|<svg\b.*?</svg\s*>|<head\b.*?</head\s*>|<textarea\b.*?</textarea\s*>|<select\b.*?</select\s*>", RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.NonBacktracking)]
    private static partial Regex Unseen();

    [GeneratedRegex(@"</?(?:a|abbr|b|bdi|cite|code|em|font|i|mark|q|s|small|span|strong|sub|sup|u)(?:\s[^<>]*)?>", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex InlineTag();

    [GeneratedRegex("</?[a-zA-Z](?:[^<>\"']|\"[^\"]*\"|'[^']*')*>", RegexOptions.NonBacktracking)]
    private static partial Regex Tag();

    [GeneratedRegex("[\u00AD\u200B\u200C\u200E\u200F\u2060\uFEFF\0]", RegexOptions.NonBacktracking)]
    private static partial Regex Invisible();
}
