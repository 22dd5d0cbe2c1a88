using PolicyAnalysis.Comparison;
using PolicyAnalysis.Comparison.Evidence;
using static PolicyAnalysis.Tests.Comparison.Compared;

namespace PolicyAnalysis.Tests.Comparison;

/// <summary>Three copies of an invented learning platform's notice, with the kinds of change that a public archive recorded of a real one.</summary>
public sealed class PlatformNoticeTests
{
    private const string April = """
        # Orchardia Privacy Notice

        Last updated: April 2, 2026

        ## Scope

        This notice explains how Orchardia Ltd (“Orchardia”) handles personal data on its learning platform.

        ## What we collect

        We collect your name and the courses you take.

        ## How we use it

        We use your courses to recommend other courses.

        ## Who receives it

        We share personal data with the teachers of your courses.
        """;

    private static readonly string May = April
        .Replace("April 2, 2026", "May 6, 2026", StringComparison.Ordinal)
        .Replace("Orchardia Ltd (“Orchardia”)", "Orchardia Ltd and its affiliates (“Orchardia”)", StringComparison.Ordinal)
        .Replace("on its learning platform.", "on its learning platform.\n\nThis notice does not apply to the Plum app, which has a separate Plum Privacy Notice.", StringComparison.Ordinal);

    private static readonly string Later = May
        .Replace("May 6, 2026", "May 20, 2026", StringComparison.Ordinal)
        .Replace("the courses you take.", "the courses you take.\n\nWhen you speak to a lesson, we record your voice and transcribe it into text.", StringComparison.Ordinal)
        .Replace("We use your courses to recommend other courses.", "We use your courses and AI, chatbots included, to recommend other courses and to personalise lessons.", StringComparison.Ordinal)
        .Replace("the teachers of your courses.", "the teachers of your courses and with entities that become our affiliates or subsidiaries.", StringComparison.Ordinal);

    [Fact]
    public void The_exclusion_and_the_affiliates_are_material_records_of_their_own()
    {
        PolicyComparison comparison = Compare(Classify(Read(April)), Classify(Read(May)));

        Assert.Empty(comparison.Warnings);
        ChangeRecord exclusion = comparison.Changes.Single(change => change.Operation == ChangeOperation.Added);
        Assert.Contains("Plum Privacy Notice", exclusion.After!.Text, StringComparison.Ordinal);
        Assert.Contains(exclusion.Effects, effect => effect.Id == "exclusion-added");
        Assert.Contains(exclusion.Effects, effect => effect.Id == "reference-changed");
        ChangeRecord definition = comparison.Changes.Single(change => change.Definitions.Count > 0);
        Assert.Equal(["affiliates"], definition.Definitions[0].Gained);
        Assert.Equal("scope-broadened", definition.Effects[0].Id);
        Assert.Equal(Materiality.Material, definition.Materiality);
    }

    [Fact]
    public void Voice_AI_and_future_affiliates_are_material_records_of_their_own()
    {
        PolicyComparison comparison = Compare(Classify(Read(May)), Classify(Read(Later)));

        string[] material = [.. comparison.Changes.Where(change => change.Materiality == Materiality.Material).SelectMany(change => change.Effects).Select(effect => effect.Id)];
        Assert.Contains("data-added", material);
        Assert.Contains("ai-use-added", material);
        Assert.Contains("recipient-added", material);
        Assert.Equal(3, comparison.Changes.Count(change => change.Materiality == Materiality.Material));
    }

    [Theory]
    [InlineData("transcribe it into text")]
    [InlineData("chatbots")]
    [InlineData("become our affiliates or subsidiaries")]
    public void Each_practice_is_one_material_record_on_the_side_of_its_time(string words)
    {
        ChangeRecord came = Compare(Classify(Read(May)), Classify(Read(Later))).Changes.Single(change => Holds(change.After, words));
        ChangeRecord went = Compare(Classify(Read(Later)), Classify(Read(May))).Changes.Single(change => Holds(change.Before, words));

        Assert.False(Holds(came.Before, words));
        Assert.False(Holds(went.After, words));
        Assert.All([came, went], static change => Assert.Equal(Materiality.Material, change.Materiality));
        Assert.Equal(came.Effects.Select(static effect => EffectIds.Mirror(effect.Id)), went.Effects.Select(static effect => effect.Id));
        Assert.Equal(RuleFile.Mirror(came.Direction), went.Direction);
    }

    private static bool Holds(ChangeSide? quote, string words) => quote?.Text.Contains(words, StringComparison.Ordinal) == true;

    [Fact]
    public void Copies_in_the_wrong_order_are_warned_of_and_mirrored()
    {
        PolicyComparison comparison = Compare(Classify(Read(May)), Classify(Read(April)));

        Assert.Equal("dates-run-backwards", Assert.Single(comparison.Warnings).Code);
        Assert.Contains(comparison.Changes, change => change.Effects.Any(effect => effect.Id == "exclusion-removed"));
        Assert.Equal(["affiliates"], comparison.Changes.Single(change => change.Definitions.Count > 0).Definitions[0].Lost);
    }
}
