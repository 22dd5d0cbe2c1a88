using System.Formats.Asn1;
using System.Globalization;
using System.Security.Cryptography;

namespace PolicyAnalysis.Archive.Timestamps;

/// <summary>Takes the token out of a response (RFC 3161, section 2.4.2): a status, then the token where it was granted.</summary>
internal static class TimestampResponse
{
    private const int GrantedWithChanges = 1;

    public static byte[] TokenIn(ReadOnlyMemory<byte> response)
    {
        AsnReader sequence = new AsnReader(response, AsnEncodingRules.BER).ReadSequence();
        AsnReader status = sequence.ReadSequence();
        if (!status.TryReadInt32(out int code) || code > GrantedWithChanges || !sequence.HasData)
            throw new CryptographicException(string.Create(CultureInfo.InvariantCulture, $"the authority did not grant it, status {code}"));
        return sequence.ReadEncodedValue().ToArray();
    }
}
