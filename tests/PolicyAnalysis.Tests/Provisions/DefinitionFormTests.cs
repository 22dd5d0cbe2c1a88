using PolicyAnalysis.Provisions;
using PolicyAnalysis.Tests.Documents;

namespace PolicyAnalysis.Tests.Provisions;

/// <summary>The forms in which policies define their terms.</summary>
public sealed class DefinitionFormTests
{
    [Theory]
    [InlineData("Garden Plan means what you draw.", "Garden Plan")]
    [InlineData("“Plan” or “Garden Plan” shall have the meaning given in Section 2.", "Plan")]
    [InlineData("The term “Plan” means what you draw.", "Plan")]
    [InlineData("By “plan” we mean what you draw.", "plan")]
    [InlineData("„Plan“ bezeichnet, was Sie zeichnen.", "Plan")]
    [InlineData("« Plan » désigne ce que vous dessinez.", "Plan")]
    [InlineData("On entend par « plan », ce que vous dessinez.", "plan")]
    [InlineData("«Plano» significa lo que usted dibuja.", "Plano")]
    [InlineData("“Piano” si intende ciò che disegni.", "Piano")]
    [InlineData("“Plan” betekent wat u tekent.", "Plan")]
    [InlineData("(a) \"Plan\": means what you draw.", "Plan")]
    public void A_term_is_found_in_any_form_and_language(string sentence, string term) => Assert.Equal(term, TermIn($"<p>{sentence}</p>"));

    [Theory]
    [InlineData("This means that we keep it.")]
    [InlineData("Deleting your account means you lose your plans.")]
    [InlineData("We keep it: for a year.")]
    [InlineData("By using the service, you agree.")]
    [InlineData("It refers to what you draw.")]
    public void A_sentence_that_only_sounds_like_one_defines_nothing(string sentence) => Assert.Null(TermIn($"<p>{sentence}</p>"));

    [Theory]
    [InlineData("<h2>1. Definitions</h2><p>Garden: a place that you draw.</p>", "Garden")]
    [InlineData("<h2>Begriffsbestimmungen</h2><ul><li>Garten – ein Ort, den Sie zeichnen</li></ul>", "Garten")]
    [InlineData("<h2>Glossary</h2><p>garden plan refers to what you draw.</p>", "garden plan")]
    [InlineData("<h2>Words</h2><table><tr><th>Term</th><th>Meaning</th></tr><tr><td>Garden</td><td>a place</td></tr></table>", "Garden")]
    public void A_chapter_or_table_of_definitions_lets_plainer_forms_count(string body, string term) => Assert.Equal(term, TermIn(body));

    [Fact]
    public void A_chapter_of_definitions_ends_with_the_next_one() =>
        Assert.Null(TermIn("<h2>Definitions</h2><h2>Use</h2><p>Garden: a place that you draw.</p>"));

    private static string? TermIn(string body)
    {
        PolicyDocument document = DocumentOutline.Read(body, PolicyMediaType.Html);
        return ProvisionSegmenter.Segment(document, TestContext.Current.CancellationToken).Select(provision => provision.TermRange?.Of(document.Text)).FirstOrDefault(term => term is not null);
    }
}
