using static PolicyAnalysis.Tests.Comparison.Compared;

namespace PolicyAnalysis.Tests.Comparison;

public sealed class DefinitionTests
{
    private const string Sample = """
        # Lumenleaf Privacy Notice

        In this notice “Lumenleaf” means Lumenleaf Ltd and its subsidiaries.

        Lumenleaf stores the notes that you write.

        Orchards are not part of the service.
        """;

    [Fact]
    public void A_changed_definition_names_the_member_that_joined_and_who_uses_the_term()
    {
        PolicyComparison comparison = Compare(Sample, Sample.Replace("its subsidiaries", "its affiliates and subsidiaries", StringComparison.Ordinal));

        DefinitionChange definition = Assert.Single(Assert.Single(comparison.Changes).Definitions);
        Assert.Equal("Lumenleaf", definition.Term);
        Assert.Equal(["affiliates"], definition.Gained);
        Assert.Empty(definition.Lost);
        string user = Assert.Single(definition.UsedBy, id => comparison.After.Provisions.Single(known => known.Provision.Id == id).Provision.Kind == ProvisionKind.Paragraph);
        Assert.StartsWith("Lumenleaf stores", comparison.After.Provisions.Single(known => known.Provision.Id == user).Provision.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_member_that_left_is_lost()
    {
        ChangeRecord change = Assert.Single(Compare(Sample, Sample.Replace(" and its subsidiaries", string.Empty, StringComparison.Ordinal)).Changes);

        Assert.Equal(["subsidiaries"], Assert.Single(change.Definitions).Lost);
    }

    [Fact]
    public void A_term_in_brackets_is_a_definition()
    {
        const string before = "Lumenleaf Ltd (“we”) runs the app from Cork.";

        ChangeRecord change = Assert.Single(Compare(before, "Lumenleaf Ltd and its partners (“we”) runs the app from Cork.").Changes);

        DefinitionChange definition = Assert.Single(change.Definitions);
        Assert.Equal("we", definition.Term);
        Assert.Equal(["partners"], definition.Gained);
    }
}
