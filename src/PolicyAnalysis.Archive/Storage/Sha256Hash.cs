using System.Security.Cryptography;
using System.Text;

namespace PolicyAnalysis.Archive.Storage;

/// <summary>SHA-256 in the forms the archive needs: bytes for the database, lower-case hexadecimal digits for people.</summary>
internal static class Sha256Hash
{
    public const int Length = 32;

    public static byte[] Of(ReadOnlySpan<byte> content) => SHA256.HashData(content);

    public static byte[] Of(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));

    public static string Hex(ReadOnlySpan<byte> hash) => Convert.ToHexStringLower(hash);

    /// <summary>The bytes of 64 hexadecimal digits, or nothing where the text is not that.</summary>
    public static byte[]? Parse(string? digits)
    {
        if (digits is not { Length: 2 * Length })
            return null;
        foreach (char digit in digits)
        {
            if (!char.IsAsciiHexDigitLower(digit))
                return null;
        }

        return Convert.FromHexString(digits);
    }
}
