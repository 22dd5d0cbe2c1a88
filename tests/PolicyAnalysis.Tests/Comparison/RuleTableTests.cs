using PolicyAnalysis.Classification;
using PolicyAnalysis.Comparison;
using PolicyAnalysis.Comparison.Evidence;
using PolicyAnalysis.Comparison.Judgement;

namespace PolicyAnalysis.Tests.Comparison;

public sealed class RuleTableTests
{
    public static TheoryData<string> CueIds => [.. Cue.All.Select(cue => cue.Id)];

    public static TheoryData<string> RuleIds => [.. EffectRule.All.Select(rule => rule.Id)];

    [Theory]
    [MemberData(nameof(CueIds))]
    public void A_cue_meets_its_example_and_not_its_near_miss(string id)
    {
        Cue cue = Cue.All[Cue.IndexOf(id)];

        Assert.NotEmpty(cue.Find(cue.Example));
        Assert.Empty(cue.Find(cue.NearMiss));
    }

    [Theory]
    [MemberData(nameof(RuleIds))]
    public void A_rule_is_met_by_its_example_and_not_by_its_near_miss(string id)
    {
        EffectRule rule = EffectRule.All.Single(known => known.Id == id);

        Assert.Contains(ChangeEvidence.Of(ChangeDraft.OfExample(rule.Example)).Hits, hit => hit.Rule == rule && hit.IsGain && hit.Effect == rule.Effect);
        Assert.DoesNotContain(ChangeEvidence.Of(ChangeDraft.OfExample(rule.NearMiss)).Hits, hit => hit.Rule == rule);
    }

    [Theory]
    [MemberData(nameof(RuleIds))]
    public void A_rule_read_backwards_names_the_mirrored_effect_and_direction(string id)
    {
        EffectRule rule = EffectRule.All.Single(known => known.Id == id);
        ChangeDraft draft = ChangeDraft.OfExample(rule.Example);

        RuleHit hit = ChangeEvidence.Of(ChangeDraft.OfTexts(draft.Now, draft.Was, draft.LeadIn)).Hits.First(found => found.Rule == rule && !found.IsGain);

        Assert.Equal(EffectIds.Mirror(rule.Effect), hit.Effect);
        Assert.Equal(RuleFile.Mirror(rule.Direction), hit.Direction);
    }

    [Fact]
    public void The_mirror_of_a_mirror_is_the_effect_itself_and_turns_the_direction_round()
    {
        Assert.Equal(41, EffectIds.All.Count());
        foreach (string effect in EffectIds.All)
        {
            Assert.Equal(effect, EffectIds.Mirror(EffectIds.Mirror(effect)));
            Assert.Equal(EffectIds.DirectionOf(effect), RuleFile.Mirror(EffectIds.DirectionOf(EffectIds.Mirror(effect))));
        }
    }

    [Fact]
    public void Every_type_of_the_taxonomy_has_a_usual_effect()
    {
        foreach (string type in Taxonomy.Default.Types.Select(known => known.Id))
            Assert.Contains(EffectIds.OfType(type)!.Value.Effect, EffectIds.All);
    }

    [Fact]
    public void Rules_name_only_known_effects_and_types()
    {
        HashSet<string> types = [.. Taxonomy.Default.Types.Select(known => known.Id)];
        foreach (EffectRule rule in EffectRule.All)
        {
            Assert.Contains(rule.Effect, EffectIds.All);
            Assert.Contains(rule.Type, types);
            Assert.InRange(rule.Weight, 0.01, 1);
        }

        Assert.NotEmpty(ChangeModel.Shipped.Classes("materiality"));
    }
}
