using System.Security.Cryptography;

namespace PolicyAnalysis.Archive.Importing.Warc;

/// <summary>Digests as web archives write them: the algorithm, a colon, and Base32 or hexadecimal digits.</summary>
internal static class WarcDigest
{
    private const string Base32Digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>Whether bytes have a digest; nothing where its algorithm is not known or its digits are none.</summary>
    public static bool? Fits(string digest, ReadOnlySpan<byte> content)
    {
        int colon = digest.IndexOf(':', StringComparison.Ordinal);
        byte[]? hash = (colon < 0 ? string.Empty : digest[..colon].ToLowerInvariant().Replace("-", string.Empty, StringComparison.Ordinal)) switch
        {
#pragma warning disable CA5350, CA5351 // Web archives name these; the archive's own hash is SHA-256.
            "sha1" => SHA1.HashData(content),
            "md5" => MD5.HashData(content),
#pragma warning restore CA5350, CA5351
            "sha256" => SHA256.HashData(content),
            "sha512" => SHA512.HashData(content),
            _ => null,
        };
        if (hash is null || Bytes(digest[(colon + 1)..].Trim(), hash.Length) is not { } stated)
            return null;
        return stated.AsSpan().SequenceEqual(hash);
    }

    private static byte[]? Bytes(string digits, int length)
    {
        if (digits.Length == 2 * length && digits.All(char.IsAsciiHexDigit))
            return Convert.FromHexString(digits);
        digits = digits.TrimEnd('=').ToUpperInvariant();
        if (digits.Length != ((length * 8) + 4) / 5)
            return null;
        byte[] bytes = new byte[length];
        int bits = 0;
        int held = 0;
        int at = 0;
        foreach (char digit in digits)
        {
            int value = Base32Digits.IndexOf(digit, StringComparison.Ordinal);
            if (value < 0)
                return null;
            held = ((held << 5) | value) & 0xfff;
            bits += 5;
            if (bits >= 8 && at < length)
                bytes[at++] = (byte)(held >> (bits -= 8));
        }

        return bytes;
    }
}
