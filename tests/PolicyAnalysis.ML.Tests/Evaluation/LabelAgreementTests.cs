using PolicyAnalysis.ML.Data;
using PolicyAnalysis.ML.Evaluation;

namespace PolicyAnalysis.ML.Tests.Evaluation;

public sealed class LabelAgreementTests
{
    [Fact]
    public void Kappa_is_the_agreement_beyond_chance()
    {
        // Cohen's own kind of table: 10 provisions, both say cookies on 4, one alone on 1 each, neither on 4.
        string[] first = ["cookies", "cookies", "cookies", "cookies", "cookies", "children", "children", "children", "children", "children"];
        string[] second = ["cookies", "cookies", "cookies", "cookies", "children", "cookies", "children", "children", "children", "children"];
        LabelAgreement agreement = LabelAgreement.Between(Pointers(first), Pointers(second));
        Assert.Equal(10, agreement.Provisions);
        Assert.Equal(0.8, agreement.MicroF1, 12);
        Assert.Equal(0.8, agreement.SameMain, 12);
        TypeAgreement cookies = agreement.Types.Single(type => type.Type == "cookies");
        Assert.Equal((5, 5), (cookies.First, cookies.Second));
        Assert.Equal(0.6, cookies.Kappa, 12);
    }

    [Fact]
    public void What_one_annotator_did_not_label_is_left_out()
    {
        LabelAgreement agreement = LabelAgreement.Between(Pointers("cookies", "children", "account"), Pointers("cookies"));
        Assert.Equal(1, agreement.Provisions);
        Assert.Equal("cookies", Assert.Single(agreement.Types).Type);
    }

    [Fact]
    public void Of_the_chosen_labels_a_twentieth_at_least_was_given_twice_and_by_somebody_else()
    {
        LabelPointer[] chosen = [.. LabelPointerFile.Shipped.Where(pointer => pointer.IsChosen)];
        LabelAgreement agreement = LabelAgreement.Between(chosen, LabelPointerFile.Second);
        Assert.Equal(LabelPointerFile.Second.Count, agreement.Provisions);
        Assert.InRange(agreement.Provisions, chosen.Length / 20, chosen.Length);
        ILookup<(string, int, string), string> annotators = chosen.ToLookup(pointer => (pointer.Path, pointer.Line, pointer.Fingerprint), pointer => pointer.Annotator);
        Assert.All(LabelPointerFile.Second, pointer => Assert.DoesNotContain(pointer.Annotator, annotators[(pointer.Path, pointer.Line, pointer.Fingerprint)]));
    }

    private static IEnumerable<LabelPointer> Pointers(params string[] labels) =>
        labels.Select((label, i) => new LabelPointer { Commit = "c", Path = "Lumenleaf/Terms.md", Line = i, Fingerprint = "f", Labels = [label], Annotator = "first", Guide = "1.0" });
}
