using PolicyAnalysis.Regulation;

namespace PolicyAnalysis.Tests.Regulation;

/// <summary>What a notice states of what a law asks it to state.</summary>
public sealed class CompletenessCheckerTests
{
    private const string Notice = """
        # Lumenleaf Privacy Notice

        ## Who we are

        Lumenleaf GmbH, Birkenweg 12, 10115 Berlin, is the controller of your personal data. You can reach us at hello@lumenleaf.example.

        ## Why we use your data

        We use your personal data to provide the app, to answer your questions and to prevent fraud. The legal basis is the performance of a contract (Art. 6(1)(b) GDPR).

        ## How long we keep it

        We keep your account data for as long as your account is open and delete it 30 days later.

        ## Your rights

        You have the right to:

        - access your personal data;
        - have it corrected;
        - have it erased.

        You may lodge a complaint with a supervisory authority.
        """;

    private static readonly CompletenessResult Result = Policies.Check(Notice, "gdpr-13");

    [Theory]
    [InlineData("art-13-1-a", RequirementStatus.Found)]
    [InlineData("art-13-1-c-first-part", RequirementStatus.Found)]
    [InlineData("art-13-1-c-second-part", RequirementStatus.Found)]
    [InlineData("art-13-2-a", RequirementStatus.Found)]
    [InlineData("art-13-2-b-access", RequirementStatus.Found)]
    [InlineData("art-13-2-b-rectification", RequirementStatus.Found)]
    [InlineData("art-13-2-b-erasure", RequirementStatus.Found)]
    [InlineData("art-13-2-b-restriction", RequirementStatus.NotFound)]
    [InlineData("art-13-2-b-portability", RequirementStatus.NotFound)]
    [InlineData("art-13-2-d", RequirementStatus.Found)]
    [InlineData("art-13-1-b", RequirementStatus.ConditionUnknown)]
    [InlineData("art-13-2-f", RequirementStatus.ConditionUnknown)]
    public void Each_element_has_its_answer(string element, RequirementStatus status) =>
        Assert.Equal(status, Result.Requirements.Single(finding => finding.Id == "nr.eu-gdpr." + element).Status);

    [Fact]
    public void Every_element_of_the_set_is_answered_in_the_order_of_the_law() =>
        Assert.Equal(RegulatoryCatalog.Default.RequirementSets.Single(set => set.Name == "gdpr-13").Elements.Select(element => element.Id), Result.Requirements.Select(finding => finding.Id));

    [Fact]
    public void What_is_found_is_shown_by_a_slice_of_the_text() =>
        Assert.All(Result.Requirements, finding =>
        {
            Assert.Equal(finding.Status is RequirementStatus.Found or RequirementStatus.Partial, finding.Evidence.Count > 0);
            Assert.All(finding.Evidence.Concat(finding.Candidates), quote => Assert.Equal(quote.Range.Of(Result.Policy.Document.Text), quote.Text));
            Assert.InRange(finding.Score, 0, 1);
        });

    [Fact]
    public void A_notice_in_another_language_is_not_checked_rather_than_not_found()
    {
        CompletenessResult result = Policies.Check("Wir verarbeiten personenbezogene Daten nur, soweit das erforderlich ist, und löschen sie danach. Sie haben das Recht auf Auskunft und auf Löschung der Daten, die wir über Sie gespeichert haben.", "gdpr-13");
        Assert.Equal("de", result.Policy.Document.Language);
        Assert.All(result.Requirements, finding => Assert.Equal(RequirementStatus.NotChecked, finding.Status));
    }

    [Fact]
    public void An_unknown_set_is_a_typed_error() =>
        Assert.Throws<RegulatoryCatalogException>(() => Policies.Check(Notice, "nothing"));
}
