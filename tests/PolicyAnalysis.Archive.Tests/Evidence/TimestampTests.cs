using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace PolicyAnalysis.Archive.Tests.Evidence;

public sealed class TimestampTests
{
    private static readonly DateTimeOffset AttestedAt = new(2026, 2, 3, 4, 5, 6, TimeSpan.Zero);

    [Fact]
    public void A_timestamp_is_attached_verified_and_still_valid_after_the_archive_grew()
    {
        using var folder = new TemporaryArchive();
        using PolicyArchive archive = folder.Open();
        SamplePolicies.Fill(archive, services: 1, versions: 2);
        byte[] request = archive.CreateTimestampRequest();
        SamplePolicies.Fill(archive, services: 2, versions: 2);
        ArchiveTimestamp attached = archive.AttachTimestamp(Answer(request));
        Assert.True(attached.IsValid);
        Assert.Equal(4, attached.Through);
        Assert.Equal(AttestedAt, attached.AttestedAt);
        Assert.Equal("CN=Test authority", attached.Authority);
        SamplePolicies.Fill(archive, services: 3, versions: 2);
        Assert.Equal(attached, Assert.Single(archive.GetTimestamps()));
        Assert.Empty(archive.Verify(new ArchiveVerificationOptions { Index = true }, TestContext.Current.CancellationToken).Findings);
    }

    [Fact]
    public void A_timestamp_of_something_else_or_a_changed_one_is_refused()
    {
        using var folder = new TemporaryArchive();
        using PolicyArchive archive = folder.Open();
        Assert.Equal(ArchiveProblem.Refused, Assert.Throws<PolicyArchiveException>(() => archive.CreateTimestampRequest()).Problem);
        SamplePolicies.Fill(archive, services: 1, versions: 1);
        byte[] other = Rfc3161TimestampRequest.CreateFromData("something else"u8.ToArray(), HashAlgorithmName.SHA256, requestSignerCertificates: true).Encode();
        byte[] answer = Answer(archive.CreateTimestampRequest());
        answer[^5] ^= 1;
        foreach (byte[] refused in (byte[][])[Answer(other), answer, [], [0x30, 0x05, 0x30, 0x03, 0x02, 0x01, 0x02], .. new[] { "not a timestamp"u8.ToArray() }])
            Assert.Equal(ArchiveProblem.Refused, Assert.Throws<PolicyArchiveException>(() => archive.AttachTimestamp(refused)).Problem);
        Assert.Empty(archive.GetTimestamps());
    }

    /// <summary>What an authority would answer: a token over the request's hash, signed with a certificate for timestamps.</summary>
    private static byte[] Answer(byte[] request)
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
