using System.Text;

namespace PolicyAnalysis.Documents;

/// <summary>The fragment that what shows Markdown as a page makes of a heading's words: small letters, hyphens for spaces, no other signs.</summary>
internal static class HeadingSlug
{
    public static string Of(string heading)
    {
        var slug = new StringBuilder(heading.Length);
        foreach (char character in heading)
        {
            if (char.IsLetterOrDigit(character) || character is '-' or '_')
                slug.Append(char.ToLowerInvariant(character));
            else if (character == ' ')
                slug.Append('-');
        }

        return slug.ToString();
    }
}
