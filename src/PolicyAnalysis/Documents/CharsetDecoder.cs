using System.Text;
using System.Text.RegularExpressions;

namespace PolicyAnalysis.Documents;

/// <summary>A source's text and the character set that decoded it.</summary>
internal readonly record struct DecodedText(string Text, string Charset);

/// <summary>
/// Decodes bytes as browsers do, with one correction: bytes that are valid UTF-8 beyond ASCII are UTF-8 whatever was
/// declared, because the reverse mistake is what real pages make.
/// </summary>
internal static partial class CharsetDecoder
{
    private const int DeclarationWindow = 4096;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static DecodedText Decode(byte[] content, string? declared)
    {
        ReadOnlySpan<byte> bytes = content;
        if (bytes.StartsWith(Encoding.UTF8.Preamble))
            return new DecodedText(Encoding.UTF8.GetString(bytes[3..]), "utf-8");
        if (bytes.StartsWith(Encoding.Unicode.Preamble))
            return new DecodedText(Encoding.Unicode.GetString(bytes[2..]), "utf-16le");
        if (bytes.StartsWith(Encoding.BigEndianUnicode.Preamble))
            return new DecodedText(Encoding.BigEndianUnicode.GetString(bytes[2..]), "utf-16be");

        if (TryDecodeUtf8(content, out string? text))
            return new DecodedText(text, "utf-8");

        Encoding encoding = Find(declared) ?? InPage(DeclaredInPage(bytes)) ?? Latin.Windows1252;
        return new DecodedText(encoding.GetString(bytes), encoding.WebName);
    }

    private static bool TryDecodeUtf8(byte[] content, out string text)
    {
        try
        {
            text = StrictUtf8.GetString(content);
            return true;
        }
        catch (DecoderFallbackException)
        {
            text = string.Empty;
            return false;
        }
    }

    private static string? DeclaredInPage(ReadOnlySpan<byte> bytes)
    {
        string start = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, DeclarationWindow)]);
        Match match = Declaration().Match(start);
        return match.Success ? match.Groups["name"].Value : null;
    }

    /// <summary>A page that could be searched for its declaration byte by byte is not UTF-16, whatever it declares; the standard reads UTF-8 then.</summary>
    private static Encoding? InPage(string? name) =>
        name?.StartsWith("utf-16", StringComparison.OrdinalIgnoreCase) == true ? null : Find(name);

    private static Encoding? Find(string? name)
    {
        // The encoding standard reads Latin 1 and ASCII as Windows 1252, and broken UTF-8 with replacement characters.
        switch (name?.Trim().ToLowerInvariant())
        {
            case null or "":
                return null;
            case "iso-8859-1" or "latin1" or "us-ascii" or "ascii" or "windows-1252" or "cp1252":
                return Latin.Windows1252;
            case "utf-8" or "utf8":
                return Encoding.UTF8;
        }

        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"charset\s{0,8}=\s{0,8}[""']?\s{0,8}(?<name>[a-zA-Z0-9_:.-]{1,40})", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Declaration();

    private static class Latin
    {
        public static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
    }
}
