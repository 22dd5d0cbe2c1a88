using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace PolicyAnalysis.ML.Evaluation;

/// <summary>
/// The words of a text as a bag: compatibility form, lower case, runs of letters and digits, characters of scripts without
/// spaces one by one. Marks of Markdown are taken off the truth first.
/// </summary>
internal static partial class ExtractionWords
{
    public static Dictionary<string, int> Of(string text)
    {
        var words = new Dictionary<string, int>(StringComparer.Ordinal);
        string folded = Folded(text);
        foreach (ValueMatch match in Word().EnumerateMatches(folded))
        {
            string word = folded.Substring(match.Index, match.Length);
            words[word] = words.GetValueOrDefault(word) + 1;
        }

        return words;
    }

    /// <summary>The score of an extracted text against the truth, which is Markdown.</summary>
    public static (double Precision, double Recall) Compare(string extracted, string markdown)
    {
        Dictionary<string, int> candidate = Of(extracted);
        Dictionary<string, int> truth = Of(PlainText(markdown));
        long overlap = truth.Sum(word => (long)Math.Min(word.Value, candidate.GetValueOrDefault(word.Key)));
        return overlap == 0 ? (0, 0) : ((double)overlap / candidate.Values.Sum(), (double)overlap / truth.Values.Sum());
    }

    private static string Folded(string text) => Invisible().Replace(text.Normalize(NormalizationForm.FormKC).ToLowerInvariant(), string.Empty);

    private static string PlainText(string markdown)
    {
        string text = Fence().Replace(markdown.Replace("\r", string.Empty, StringComparison.Ordinal), string.Empty);
        text = Image().Replace(text, string.Empty);
        text = LinkTarget().Replace(LinkTarget().Replace(text, "]"), "]");
        text = Tag().Replace(text, " ");
        text = ListNumber().Replace(text, "${word}");
        text = TableRule().Replace(text, string.Empty);
        text = Escape().Replace(text, "${sign}");
        return WebUtility.HtmlDecode(WithoutEmphasis(text));
    }

    /// <summary>Takes off the marks of emphasis that touch a word.</summary>
    private static string WithoutEmphasis(string text)
    {
        var plain = new StringBuilder(text.Length);
        for (int position = 0; position < text.Length;)
        {
            int mark = text[position] is '*' or '_' ? EmphasisMark(text, position) : 0;
            if (mark == 0)
                plain.Append(text[position]);
            position += Math.Max(1, mark);
        }

        return plain.ToString();
    }

    private static int EmphasisMark(string text, int position)
    {
        bool isDouble = IsWord(text, position + 1) && text[position + 1] == text[position];
        if (isDouble && IsWord(text, position + 2))
            return 2;
        if (IsWord(text, position + 1))
            return 1;
        return IsWord(text, position - 1) ? 1 : 0;
    }

    private static bool IsWord(string text, int position) => position >= 0 && position < text.Length && !char.IsWhiteSpace(text[position]);

    [GeneratedRegex("[\u00AD\u200B-\u200F\u2060\uFEFF]", RegexOptions.NonBacktracking)]
    private static partial Regex Invisible();

    [GeneratedRegex(@"[\u3040-\u30FF\u3400-\u4DBF\u4E00-\u9FFF\uAC00-\uD7AF\u0E00-\u0E7F]|[\p{L}\p{N}-[\u3040-\u30FF\u3400-\u4DBF\u4E00-\u9FFF\uAC00-\uD7AF\u0E00-\u0E7F]]+", RegexOptions.NonBacktracking)]
    private static partial Regex Word();

    [GeneratedRegex("```|~~~", RegexOptions.NonBacktracking)]
    private static partial Regex Fence();

    [GeneratedRegex(@"!\[[^\]]*\]\((?:[^()\s]|\([^()]*\))*(?:\s+""[^""]*"")?\)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Image();

    [GeneratedRegex(@"\]\((?:<[^>]*>|(?:[^()\s\\]|\\.|\((?:[^()]|\\.)*\))*)(?:\s+""(?:[^""\\]|\\.)*"")?\)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex LinkTarget();

    [GeneratedRegex("</?[a-zA-Z][^<>]*>", RegexOptions.NonBacktracking)]
    private static partial Regex Tag();

    [GeneratedRegex(@"^\s*(?:>\s*)*(?:\d{1,3}\.)\s{1,3}(?<word>\S)", RegexOptions.NonBacktracking | RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex ListNumber();

    [GeneratedRegex(@"^\s*\|?[\s:|-]+\|?\s*$", RegexOptions.NonBacktracking | RegexOptions.Multiline)]
    private static partial Regex TableRule();

    [GeneratedRegex(@"\\(?<sign>[\\`*_{}\[\]()#+\-.!>~|])", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Escape();
}
