using CsCheck;
using PolicyAnalysis.Archive.Records;

namespace PolicyAnalysis.Archive.Tests.Records;

public sealed class RecordTests
{
    private static readonly AnalysisVersions Versions = new() { Library = "1", Model = "2", Taxonomy = "3" };

    [Fact]
    public void Numbers_texts_and_decimals_come_back_as_they_were() =>
        Gen.Select(Gen.Long, Gen.String.Null(), Gen.OneOf(Gen.Double, Gen.Int[0, 10000].Select(number => Math.Round(number / 10000.0, 4)))).Array[0, 20].Sample(values =>
        {
            var writer = new RecordWriter();
            foreach ((long number, string? text, double value) in values)
            {
                writer.Number(number);
                writer.Text(text);
                writer.Decimal(value);
            }

            var reader = new RecordReader(writer.ToArray());
            foreach ((long number, string? text, double value) in values)
            {
                Assert.Equal(number, reader.Number());
                Assert.Equal(text, reader.Text());
                Assert.Equal(BitConverter.DoubleToInt64Bits(value), BitConverter.DoubleToInt64Bits(reader.Decimal()));
            }

            Assert.True(reader.IsAtEnd);
        });

    [Fact]
    public void A_text_with_half_a_character_comes_back_as_it_was()
    {
        var writer = new RecordWriter();
        writer.Text("a\ud83db");
        var reader = new RecordReader(writer.ToArray());
        Assert.Equal("a\ud83db", reader.Text());
    }

    [Fact]
    public void A_damaged_record_gives_a_typed_error_or_a_record_and_nothing_else()
    {
        AnalyzedPolicy policy = Analyzed();
        byte[] record = AnalysisRecord.Write(policy);
        Gen.Select(Gen.Int[0, record.Length - 1], Gen.Byte, Gen.Int[0, record.Length]).Sample(
            (place, value, length) =>
            {
                byte[] damaged = [.. record];
                damaged[place] = value;
                try
                {
                    AnalysisRecord.Read(damaged.AsSpan(0, length), policy.Document.Text, ("x", 1), Versions);
                }
                catch (PolicyArchiveException)
                {
                }
            },
            iter: 3000);
    }

    [Fact]
    public void An_analysis_comes_back_whole()
    {
        AnalyzedPolicy policy = Analyzed();
        AnalyzedPolicy back = AnalysisRecord.Read(AnalysisRecord.Write(policy), policy.Document.Text, (policy.Document.Source.Sha256, policy.Document.Source.ByteLength), Versions);
        Assert.Equivalent(policy.Document.Source, back.Document.Source, strict: true);
        Assert.Equivalent(policy.Document.Blocks, back.Document.Blocks, strict: true);
        Assert.Equivalent(policy.Document.Links, back.Document.Links, strict: true);
        Assert.Equivalent(policy.Document.Dates, back.Document.Dates, strict: true);
        Assert.Equivalent(policy.Document.Diagnostics, back.Document.Diagnostics, strict: true);
        Assert.Equivalent(policy.Provisions, back.Provisions, strict: true);
        Assert.Equal(AnalysisRecord.Write(policy), AnalysisRecord.Write(back));
    }

    private static AnalyzedPolicy Analyzed()
    {
        const string Markdown =
            """
            # Terms of Lumenleaf

            Last updated: 3 May 2025

            ## 1. What we do

            We do the following, see [the list](https://example.org/list):

            1. we print leaves;
            2. we post them:
               - by land;
               - by sea.

            | Data | Time |
            |---|---|
            | Orders | 10 years |
            | Messages | 90 days |

            > We like leaves.

            ## 2. What you do

            You must be at least 16 years old.
            """;
        PolicyDocument document = PolicyDocument.Parse(Markdown, new PolicyReadOptions { MediaType = PolicyMediaType.Markdown, Name = "terms.md", Address = new Uri("https://example.org/terms") }, TestContext.Current.CancellationToken);
        return new AnalyzedPolicy
        {
            Document = document,
            Provisions =
            [
                .. PolicyAnalysis.Provisions.ProvisionSegmenter.Segment(document, TestContext.Current.CancellationToken).Select(provision => new AnalyzedProvision
                {
                    Provision = provision,
                    Labels = provision.Ordinal % 2 == 0
                        ? []
                        : [new ProvisionLabel { Type = "data-retention", Score = 0.1234, Evidence = [new LabelEvidence { Range = new TextRange(0, 2), Weight = Math.PI }] }],
                }),
            ],
            Versions = Versions,
        };
    }
}
