using System.Globalization;
using System.Net;
using System.Text;
using PolicyAnalysis.Comparison.Text;

namespace PolicyAnalysis.Tests.Comparison.Text;

/// <summary>Draws a diff as a person would mark it on paper: what went struck out, what came underlined.</summary>
internal static class DiffPicture
{
    private const int LineLength = 92;
    private const int LineHeight = 24;
    private const int Margin = 20;

    public static string Draw(string before, string after)
    {
        var lines = new StringBuilder();
        (int column, int line) = (0, 0);
        Begin();
        foreach (TextEdit edit in TextDiff.Compare(before, after))
        {
            if (edit.Operation == EditOperation.Equal)
            {
                Write(edit.After.Of(after), null);
                continue;
            }

            Write(edit.Before.Of(before), "gone");
            Write(edit.After.Of(after), "come");
        }

        lines.Append("</text>\n");
        int height = ((line + 1) * LineHeight) + (2 * Margin);
        return $"""
            <svg xmlns="http://www.w3.org/2000/svg" width="800" height="{height}" viewBox="0 0 800 {height}" role="img" font-family="monospace" font-size="14" xml:space="preserve">
            <title>Words that went are struck out in red, words that came are underlined in green.</title>
            <style>.gone {"{"} fill: #b31d28; text-decoration: line-through {"}"} .come {"{"} fill: #176f2c; text-decoration: underline {"}"}</style>
            <rect width="800" height="{height}" fill="#ffffff"/>

            """.ReplaceLineEndings("\n") + lines + "</svg>\n";

        void Begin() => lines.Append(CultureInfo.InvariantCulture, $"<text x=\"{Margin}\" y=\"{Margin + ((line + 1) * LineHeight) - 8}\">");

        void Write(string text, string? style)
        {
            foreach (string paragraph in SplitAfter(text, '\n'))
            {
                foreach (string word in SplitAfter(paragraph.TrimEnd('\n'), ' '))
                {
                    if (column > 0 && column + word.TrimEnd().Length > LineLength)
                        Break();
                    lines.Append(style is null ? WebUtility.HtmlEncode(word) : $"<tspan class=\"{style}\">{WebUtility.HtmlEncode(word)}</tspan>");
                    column += word.Length;
                }

                if (paragraph.EndsWith('\n'))
                    Break();
            }
        }

        void Break()
        {
            lines.Append("</text>\n");
            (column, line) = (0, line + 1);
            Begin();
        }
    }

    private static IEnumerable<string> SplitAfter(string text, char mark)
    {
        for (int at = 0; at < text.Length;)
        {
            int end = text.IndexOf(mark, at);
            end = end < 0 ? text.Length : end + 1;
            yield return text[at..end];
            at = end;
        }
    }
}
