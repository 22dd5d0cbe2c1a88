using System.Text;
using PolicyAnalysis.Archive.Importing.Warc;

namespace PolicyAnalysis.Archive.Tests.Importing;

public sealed class WarcDigestTests
{
    /// <summary>The digests of the text <c>abc</c> as FIPS 180-4 gives them; Base32 as RFC 4648 has it.</summary>
    [Theory]
    [InlineData("sha1:a9993e364706816aba3e25717850c26c9cd0d89d", true)]
    [InlineData("sha1:VGMT4NSHA2AWVOR6EVYXQUGCNSONBWE5", true)]
    [InlineData("SHA-256:BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD", true)]
    [InlineData("sha256:XJ4BNP4PAHH6UQKBIDPF3LRCEOYAGYNDSYLXVHFUCD7WD4QACWWQ====", true)]
    [InlineData("sha1:VGMT4NSHA2AWVOR6EVYXQUGCNSONBWE6", false)]
    [InlineData("sha1:a9993e364706816aba3e25717850c26c9cd0d89e", false)]
    [InlineData("crc32:00000000", null)]
    [InlineData("sha1:short", null)]
    [InlineData("sha1:1GMT4NSHA2AWVOR6EVYXQUGCNSONBWE5", null)]
    [InlineData("", null)]
    public void A_digest_is_compared_where_it_can_be_read(string digest, bool? fits) =>
        Assert.Equal(fits, WarcDigest.Fits(digest, Encoding.ASCII.GetBytes("abc")));
}
