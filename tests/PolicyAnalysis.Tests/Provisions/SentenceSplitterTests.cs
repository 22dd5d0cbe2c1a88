using CsCheck;
using PolicyAnalysis.Provisions;

namespace PolicyAnalysis.Tests.Provisions;

/// <summary>Where a sentence of legal prose ends.</summary>
public sealed class SentenceSplitterTests
{
    [Theory]
    [InlineData("We keep it. You may ask.", "We keep it.|You may ask.")]
    [InlineData("We rely on Art. 6 GDPR. You may object.", "We rely on Art. 6 GDPR.|You may object.")]
    [InlineData("We use tools, e.g. Maps, to draw. They see it.", "We use tools, e.g. Maps, to draw.|They see it.")]
    [InlineData("Fernwick Inc. Keeps nothing.", "Fernwick Inc.|Keeps nothing.")]
    [InlineData("Fernwick Inc. keeps it.", "Fernwick Inc. keeps it.")]
    [InlineData("See Sec. 4.2. It says so.", "See Sec. 4.2.|It says so.")]
    [InlineData("2. Fees are due. We bill.", "2. Fees are due.|We bill.")]
    [InlineData("It costs 3.50 euros. Pay.", "It costs 3.50 euros.|Pay.")]
    [InlineData("Is it kept? Yes! For a year.", "Is it kept?|Yes!|For a year.")]
    [InlineData("He said \"we keep it.\" Then we asked.", "He said \"we keep it.\"|Then we asked.")]
    [InlineData("J. Ferris writes. We read.", "J. Ferris writes.|We read.")]
    [InlineData("Das gilt z. B. nicht. Wir prüfen.", "Das gilt z. B. nicht.|Wir prüfen.")]
    [InlineData("私たちは保存します。あなたは削除できます。", "私たちは保存します。|あなたは削除できます。")]
    [InlineData("See 15 U.S.C. § 45 and 16 C.F.R. Part 312. You may ask.", "See 15 U.S.C. § 45 and 16 C.F.R. Part 312.|You may ask.")]
    [InlineData("Doe v. Roe is a case. No. 5 applies.", "Doe v. Roe is a case.|No. 5 applies.")]
    [InlineData("Fernwick S.A. Die Angaben gelten gem. Art. 6 Abs. 1 lit. f DSGVO. Wir prüfen sie bzw. Ihre Daten.", "Fernwick S.A.|Die Angaben gelten gem. Art. 6 Abs. 1 lit. f DSGVO.|Wir prüfen sie bzw. Ihre Daten.")]
    [InlineData("Selon l'art. 5, p. ex. pour un plan, c.-à-d. un dessin. Nous gardons.", "Selon l'art. 5, p. ex. pour un plan, c.-à-d. un dessin.|Nous gardons.")]
    [InlineData("3.1. Das gilt ab dem 3. Februar 2025. Danach gilt (R.L. Art. 9) das Gesetz.", "3.1. Das gilt ab dem 3. Februar 2025.|Danach gilt (R.L. Art. 9) das Gesetz.")]
    [InlineData("Vea la pág. 3 o el núm. 4. Guardamos.", "Vea la pág. 3 o el núm. 4.|Guardamos.")]
    [InlineData("Ai sensi dell'art. 6, par. 1, lett. b GDPR. Conserviamo.", "Ai sensi dell'art. 6, par. 1, lett. b GDPR.|Conserviamo.")]
    [InlineData("Zie bijv. art. 3 van Fernwick B.V. Wij bewaren.", "Zie bijv. art. 3 van Fernwick B.V.|Wij bewaren.")]
    [InlineData("First line\nsecond line", "First line|second line")]
    [InlineData("", "")]
    public void Sentences_end_where_a_lawyer_would_end_them(string text, string sentences) =>
        Assert.Equal(sentences, string.Join('|', SentenceSplitter.Split(text, new TextRange(0, text.Length)).Select(range => range.Of(text))));

    [Fact]
    public void No_visible_character_is_lost_or_doubled() =>
        Gen.String[Gen.Char["aB. \n()\"?4é。"], 0, 80].Sample(text =>
        {
            IReadOnlyList<TextRange> sentences = SentenceSplitter.Split(text, new TextRange(0, text.Length));
            string joined = string.Concat(sentences.Select(range => range.Of(text)));
            return Visible(joined) == Visible(text) && sentences.Zip(sentences.Skip(1)).All(pair => pair.First.End <= pair.Second.Start);
        }, iter: 2000);

    private static string Visible(string text) => string.Concat(text.Where(character => !char.IsWhiteSpace(character)));
}
