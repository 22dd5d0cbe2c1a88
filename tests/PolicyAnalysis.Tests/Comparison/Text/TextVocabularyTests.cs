using CsCheck;
using PolicyAnalysis.Comparison.Text;

namespace PolicyAnalysis.Tests.Comparison.Text;

public sealed class TextVocabularyTests
{
    [Fact]
    public void Tokenised_texts_compare_as_the_texts_themselves_do()
        => Gen.Select(Texts.Pair, Texts.Options).Sample(
            static (pair, options) =>
            {
                var vocabulary = new TextVocabulary();
                TokenizedText before = vocabulary.Add(pair.Before), after = vocabulary.Add(pair.After);
                var differ = new TextDiffer(options);
                Assert.Equal(differ.Compare(pair.Before, pair.After).AsSpan().ToArray(), differ.Compare(before, after).AsSpan().ToArray());
            },
            iter: 5_000);

    [Fact]
    public void A_word_has_one_integer_in_all_versions()
    {
        var vocabulary = new TextVocabulary();
        vocabulary.Add("We keep data.");
        int known = vocabulary.Count;
        Assert.Equal(4, vocabulary.Add("We keep data.").TokenCount);
        Assert.Equal(known, vocabulary.Count);
    }

    [Fact]
    public void Texts_of_two_vocabularies_are_not_compared()
        => Assert.Throws<ArgumentException>(() => new TextDiffer().Compare(new TextVocabulary().Add("a"), new TextVocabulary().Add("b")));
}
