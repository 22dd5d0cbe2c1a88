using PolicyAnalysis.Comparison;
using static PolicyAnalysis.Tests.Comparison.Compared;

namespace PolicyAnalysis.Tests.Comparison;

public sealed class NoEffectTests
{
    [Theory]
    [InlineData("We keep your notes - all of them.", "We keep your notes — all of them", NoEffectLevel.Layout)]
    [InlineData("Read our “Cookie Notice” first.", "Read our \"Cookie Notice\" first.", NoEffectLevel.Layout)]
    [InlineData("Your e-mail address and log-in.", "Your email address and login.", NoEffectLevel.LetterCase)]
    [InlineData("YOUR CHOICES AND RIGHTS", "Your Choices and Rights", NoEffectLevel.LetterCase)]
    [InlineData("4.2 We delete notes as Section 7 says.", "5.2 We delete notes as Section 8 says.", NoEffectLevel.Numbering)]
    [InlineData("Last updated: March 1, 2025", "Last updated: 12 May 2026", NoEffectLevel.DocumentDate)]
    [InlineData("Version 3.1 of these terms", "Version 3.2 of these terms", NoEffectLevel.DocumentDate)]
    [InlineData("We keep logs for thirty (30) days.", "We keep logs for 30 days.", NoEffectLevel.NumberStyle)]
    [InlineData("The fee is $75,000 a year.", "The fee is USD 75000 a year.", NoEffectLevel.NumberStyle)]
    [InlineData("We recieve your notes and organise them.", "We receive your notes and organize them.", NoEffectLevel.Spelling)]
    [InlineData("We keep the the notes you write.", "We keep the notes you write.", NoEffectLevel.Spelling)]
    public void A_change_without_effect_carries_the_level_that_proves_it(string before, string after, NoEffectLevel level)
    {
        ChangeRecord change = Assert.Single(Compare(before, after).Changes);

        Assert.Equal(level, change.Certificate?.Level);
        Assert.Equal(Materiality.Editorial, change.Materiality);
        Assert.True(NoEffectVerifier.Verify(change));
    }

    [Theory]
    [InlineData("We may share your notes.", "We may not share your notes.")]
    [InlineData("We will delete your notes.", "We may delete your notes.")]
    [InlineData("The change binds you now.", "The change binds you not.")]
    [InlineData("We keep logs for 30 days.", "We keep logs for 60 days.")]
    [InlineData("30 days after closing we delete notes.", "60 days after closing we delete notes.")]
    [InlineData("1.5 GB of storage is yours.", "2.5 GB of storage is yours.")]
    [InlineData("We keep logs for 30 days.", "We keep logs for 30 months.")]
    [InlineData("The fee is $1,500 a year.", "The fee is €1,500 a year.")]
    [InlineData("The rate is 1.5 % a month.", "The rate is 15 % a month.")]
    [InlineData("Anyone 13+ may use the app.", "Anyone 13 may use the app.")]
    [InlineData("You must be able to include notes.", "You must be able to exclude notes.")]
    [InlineData("Opt out before 1 March 2027 to keep the old price for your whole plan.", "Opt out before 1 April 2027 to keep the old price for your whole plan.")]
    [InlineData("Orchard Ltd runs the app.", "Meadow Ltd runs the app.")]
    [InlineData("We share notes with partners and sponsors.", "We share notes with partners or sponsors.")]
    public void A_protected_word_never_hides_in_a_certificate(string before, string after)
    {
        ChangeRecord change = Assert.Single(Compare(before, after).Changes);

        Assert.Null(change.Certificate);
        Assert.False(NoEffectVerifier.Verify(change));
    }

    [Fact]
    public void A_certificate_does_not_hold_for_other_quotes()
    {
        ChangeRecord change = Assert.Single(Compare("We keep logs for thirty days.", "We keep logs for 30 days.").Changes);

        Assert.False(NoEffectVerifier.AreEqual(change.Before!.Text, "We keep logs for 31 days.", change.Certificate!));
    }

    [Fact]
    public void The_target_of_a_link_alone_is_certified_and_said()
    {
        ChangeRecord change = Assert.Single(Compare("Read the [cookie page](https://lumenleaf.example/a).", "Read the [cookie page](https://lumenleaf.example/b).").Changes);

        Assert.Equal(NoEffectLevel.LinkTarget, change.Certificate?.Level);
        Assert.Equal("reference-changed", change.Effects[0].Id);
        Assert.True(NoEffectVerifier.Verify(change));
    }

    [Fact]
    public void The_same_substitution_in_many_places_is_one_record_that_names_them_all()
    {
        const string before = "Clover stores your notes.\n\nClover syncs your notes to every device.\n\nYou can close your Clover account.";

        PolicyComparison comparison = Compare(before, before.Replace("Clover", "Meadow", StringComparison.Ordinal));

        ChangeRecord change = Assert.Single(comparison.Changes);
        Assert.Equal(3, change.Repeats);
        Assert.Equal(["Meadow syncs your notes to every device.", "You can close your Meadow account."], change.Occurrences.Select(place => place.After!.Value.Of(comparison.After.Document.Text)));
    }
}
