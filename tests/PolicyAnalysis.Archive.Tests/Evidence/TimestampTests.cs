using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;

namespace PolicyAnalysis.Archive.Tests.Evidence;

public sealed class TimestampTests
{
    [Fact]
    public void A_timestamp_is_attached_verified_and_still_valid_after_the_archive_grew()
    {
        using var folder = new TemporaryArchive();
        using PolicyArchive archive = folder.Open();
        SamplePolicies.Fill(archive, services: 1, versions: 2);
        byte[] request = archive.CreateTimestampRequest();
        SamplePolicies.Fill(archive, services: 2, versions: 2);
        ArchiveTimestamp attached = archive.AttachTimestamp(TimestampAuthority.Answer(request));
        Assert.True(attached.IsValid);
        Assert.Equal(4, attached.Through);
        Assert.Equal(TimestampAuthority.AttestedAt, attached.AttestedAt);
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
        byte[] answer = TimestampAuthority.Answer(archive.CreateTimestampRequest());
        answer[^5] ^= 1;
        foreach (byte[] refused in (byte[][])[TimestampAuthority.Answer(other), answer, [], [0x30, 0x05, 0x30, 0x03, 0x02, 0x01, 0x02], .. new[] { "not a timestamp"u8.ToArray() }])
            Assert.Equal(ArchiveProblem.Refused, Assert.Throws<PolicyArchiveException>(() => archive.AttachTimestamp(refused)).Problem);
        Assert.Empty(archive.GetTimestamps());
    }
}
