using System.Buffers.Binary;
using System.Security.Cryptography;
using CsCheck;
using PolicyAnalysis.Classification;

namespace PolicyAnalysis.Tests.Classification;

/// <summary>A model file comes from anywhere: a bad one ends in a typed error, never in a crash or in code.</summary>
public sealed class ModelFileTests
{
    private const int HeaderLength = 48;

    private static readonly byte[] Whole = Shipped();

    [Fact]
    public void A_model_that_was_read_is_written_with_the_same_bytes()
    {
        using var written = new MemoryStream();
        CompactClassifier.Shipped.Save(written);
        Assert.Equal(Whole, written.ToArray());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(47)]
    [InlineData(48)]
    [InlineData(5000)]
    public void A_cut_off_file_is_refused(int length) => Refused(Whole[..length]);

    [Fact]
    public void A_file_that_goes_on_is_refused() => Refused([.. Whole, 0]);

    [Fact]
    public void A_file_that_claims_to_be_huge_is_refused_before_memory_is_taken()
    {
        byte[] bytes = Whole[..HeaderLength];
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(12), 64 * 1024 * 1024);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Refused(bytes);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 8 * 1024 * 1024);
    }

    [Fact]
    public void Any_flipped_byte_is_noticed() =>
        Gen.Select(Gen.Int[0, Whole.Length - 1], Gen.Byte[1, 255]).Sample((place, flip) =>
        {
            byte[] bytes = [.. Whole];
            bytes[place] ^= flip;
            Refused(bytes);
        }, iter: 50);

    [Fact]
    public void A_payload_with_a_good_checksum_and_bad_content_is_refused_or_scores_like_any_model() =>
        Gen.Select(Gen.Int[0, 4000], Gen.Byte.Array[1, 8], Gen.Int[0, 300]).Sample((place, junk, cut) =>
        {
            byte[] payload = Whole[HeaderLength..];
            junk.CopyTo(payload, place);
            Try(payload[..^cut]);
        }, iter: 60);

    [Fact]
    public void A_payload_of_junk_is_refused_or_scores_like_any_model() =>
        Gen.Byte.Array[0, 400].Sample(Try, iter: 2000);

    private static void Try(byte[] payload)
    {
        byte[] bytes = [.. Whole[..HeaderLength], .. payload];
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(12), payload.Length);
        SHA256.HashData(payload, bytes.AsSpan(16, 32));
        CompactClassifier classifier;
        try
        {
            classifier = CompactClassifier.Load(new MemoryStream(bytes));
        }
        catch (ModelFormatException)
        {
            return;
        }

        float[] scores = new float[classifier.Labels.Count];
        classifier.Score(new ProvisionInput { Text = "We keep your data for two years." }, scores);
        Assert.All(scores, score => Assert.InRange(score, 0f, 1f));
    }

    private static void Refused(byte[] bytes)
    {
        ModelFormatException error = Assert.Throws<ModelFormatException>(() => CompactClassifier.Load(new MemoryStream(bytes)));
        Assert.NotEmpty(error.Message);
    }

    private static byte[] Shipped()
    {
        using Stream stream = typeof(CompactClassifier).Assembly.GetManifestResourceStream("PolicyAnalysis.Classification.shipped.model")!;
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
