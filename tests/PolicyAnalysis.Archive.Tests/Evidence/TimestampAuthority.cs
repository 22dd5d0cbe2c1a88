using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace PolicyAnalysis.Archive.Tests.Evidence;

/// <summary>A timestamp authority of our own, which always attests the same time.</summary>
internal static class TimestampAuthority
{
    public static readonly DateTimeOffset AttestedAt = new(2026, 2, 3, 4, 5, 6, TimeSpan.Zero);

    /// <summary>What an authority would answer: a token over the request's hash, signed with a certificate for timestamps.</summary>
    public static byte[] Answer(byte[] request)
    {
        Assert.True(Rfc3161TimestampRequest.TryDecode(request, out Rfc3161TimestampRequest? asked, out _));
        using RSA key = RSA.Create(2048);
        var certificateRequest = new CertificateRequest("CN=Test authority", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        certificateRequest.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.8")], critical: true));
        using X509Certificate2 certificate = certificateRequest.CreateSelfSigned(AttestedAt.AddYears(-1), AttestedAt.AddYears(5));
        var info = new Rfc3161TimestampTokenInfo(new Oid("1.2.3.4"), asked.HashAlgorithmId, asked.GetMessageHash(), new byte[] { 1 }, AttestedAt, nonce: asked.GetNonce());
        var signed = new SignedCms(new ContentInfo(new Oid("1.2.840.113549.1.9.16.1.4"), info.Encode()));
        var signer = new CmsSigner(SubjectIdentifierType.IssuerAndSerialNumber, certificate) { DigestAlgorithm = new Oid("2.16.840.1.101.3.4.2.1"), IncludeOption = X509IncludeOption.EndCertOnly };
        signer.SignedAttributes.Add(SigningCertificate(certificate));
        signed.ComputeSignature(signer);
        var response = new AsnWriter(AsnEncodingRules.DER);
        using (response.PushSequence())
        {
            using (response.PushSequence())
                response.WriteInteger(0);
            response.WriteEncodedValue(signed.Encode());
        }

        return response.Encode();
    }

    /// <summary>The attribute that ties the signature to the certificate (RFC 5035): a list with the certificate's SHA-256.</summary>
    private static AsnEncodedData SigningCertificate(X509Certificate2 certificate)
    {
        var attribute = new AsnWriter(AsnEncodingRules.DER);
        using (attribute.PushSequence())
        using (attribute.PushSequence())
        using (attribute.PushSequence())
            attribute.WriteOctetString(SHA256.HashData(certificate.RawData));
        return new AsnEncodedData(new Oid("1.2.840.113549.1.9.16.2.47"), attribute.Encode());
    }
}
