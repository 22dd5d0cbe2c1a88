using System.Text;

namespace PolicyAnalysis.Comparison.Text.Rendering;

/// <summary>Writes both texts as one, with marks around what was removed and added.</summary>
internal static class InlineText
{
    public static string Write(TextEditScript script, ReadOnlySpan<char> before, ReadOnlySpan<char> after, InlineMarkup markup)
    {
        var text = new StringBuilder(after.Length + (after.Length / 8));
        foreach (TextEdit edit in script.AsSpan())
        {
            if (edit.Operation == EditOperation.Equal)
            {
                Add(text, edit.After.Of(after), markup);
                continue;
            }

            if (!edit.Before.IsEmpty) Add(text.Append(markup.BeforeRemoved), edit.Before.Of(before), markup).Append(markup.AfterRemoved);
            if (!edit.After.IsEmpty) Add(text.Append(markup.BeforeAdded), edit.After.Of(after), markup).Append(markup.AfterAdded);
        }

        return text.ToString();
    }

    private static StringBuilder Add(StringBuilder text, ReadOnlySpan<char> part, InlineMarkup markup)
    {
        if (!markup.EscapesHtml) return text.Append(part);
        int from = text.Length;
        text.Append(part);
        return text.Replace("&", "&amp;", from, text.Length - from).Replace("<", "&lt;", from, text.Length - from)
            .Replace(">", "&gt;", from, text.Length - from).Replace("\"", "&quot;", from, text.Length - from);
    }
}
