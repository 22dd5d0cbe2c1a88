using PolicyAnalysis.Regulation;

namespace PolicyAnalysis.Tests.Regulation;

/// <summary>Places and laws that the text itself names.</summary>
public sealed class MentionsTests
{
    [Theory]
    [InlineData("We rely on consent as legal basis under Art. 6 Abs. 1 lit. a DSGVO when we process your personal data.", "eu-gdpr.art-6-1")]
    [InlineData("You have the right of access under Article 15(1) of the GDPR and may ask for your personal data.", "eu-gdpr.art-15-1")]
    [InlineData("You may ask us to delete your personal data (GDPR Art. 17).", "eu-gdpr.art-17-1")]
    [InlineData("California residents may opt out of the sale of personal information under Cal. Civ. Code § 1798.120.", "us-ca-ccpa.s-1798-120-a")]
    [InlineData("Under California Civil Code Section 1798.83 you may ask which third parties received your personal information for direct marketing.", "us-ca-83.s-1798-83-a")]
    public void A_rule_that_the_text_cites_comes_first_and_says_so(string text, string rule)
    {
        RegulatoryLink first = Policies.Assess(text).Provisions.Single().Citations[0];
        Assert.Equal((rule, "cites"), (first.Id, first.Relation));
    }

    [Theory]
    [InlineData("If you live in California, you may ask us to delete your personal information.", "US-CA")]
    [InlineData("Users in the United Kingdom may ask us for a copy of their personal data.", "GB")]
    [InlineData("We transfer personal data to India and store it on servers there.", "IN")]
    [InlineData("We store your personal data on servers in Germany.", "DE")]
    [InlineData("We store your personal data on servers in Germany.", "EU")]
    [InlineData("Write to Lumenleaf, 12 Birch Lane, Springfield, IL 62701, to ask for a copy of your personal data.", "US-IL")]
    [InlineData("Under the LGPD you may ask us to correct your personal data.", "BR")]
    public void A_place_that_the_text_names_is_flagged(string text, string place) =>
        Assert.Contains(place, Policies.Assess(text).Provisions.Single().Jurisdictions);

    [Theory]
    [InlineData("Write to Fernleaf S.p.A., Via Rovere 3, Milan, MI 20154, Italy, about your personal data.", "IT")]
    [InlineData("Canada’s law gives you rights over your personal data.", "CA")]
    [InlineData("Residents of the US or of the UK may write to us about their personal data.", "US GB")]
    [InlineData("We comply with Directive 2011/93/EU when we report personal data to authorities.", "EU")]
    [InlineData("The French version of this notice on your personal data prevails.", "")]
    [InlineData("PLEASE TELL US BEFORE YOU SEND PERSONAL DATA.", "")]
    [InlineData("Our mobile Apps keep your personal data in English.", "")]
    [InlineData("These rights to your personal data are governed by English law.", "GB")]
    public void The_places_that_a_text_names_are_these(string text, string places) =>
        Assert.Equal(places.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal), Policies.Assess(text).NamedJurisdictions.Select(named => named.Code).Order(StringComparer.Ordinal));

    [Fact]
    public void A_named_place_is_shown_by_its_words()
    {
        PolicyAssessment assessment = Policies.Assess("# Notice\n\n## California residents\n\nYou may ask us to delete your personal information.\n\nWe also serve people in Japan.");
        NamedJurisdiction japan = assessment.NamedJurisdictions.Single(named => named.Code == "JP");
        Assert.Equal(("Japan", "Japan"), (japan.Name, japan.Evidence!.Text));
        Assert.All(assessment.NamedJurisdictions.Where(named => named.Code == "US-CA"), named => Assert.Null(named.Evidence));
        Assert.Contains(assessment.NamedJurisdictions, named => named.Code == "US-CA");
    }

    [Fact]
    public void Under_a_heading_for_one_region_the_law_of_others_is_not_linked()
    {
        PolicyAssessment assessment = Policies.Assess("# Notice\n\n## California residents\n\nYou have the right to access your personal data and to have it deleted.");
        Assert.DoesNotContain(assessment.Provisions.SelectMany(provision => provision.Citations), link => link.Jurisdiction is "EU" or "GB" or "BR");
        Assert.Contains(assessment.Provisions.SelectMany(provision => provision.Citations), link => link.Jurisdiction == "US-CA");
    }

    [Theory]
    [InlineData("We use your personal data to keep an average of your ratings, and you may contact us in 2024.", "US-IN")]
    [InlineData("Please tell us if you want a copy of your personal data.", "US")]
    public void A_word_that_only_looks_like_a_place_is_not(string text, string place) =>
        Assert.DoesNotContain(place, Policies.Assess(text, new AssessmentOptions { MaximumCitations = 0 }).Provisions.SelectMany(provision => provision.Jurisdictions));
}
