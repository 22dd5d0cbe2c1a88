using PolicyAnalysis.Classification;

namespace PolicyAnalysis.Tests.Classification;

public sealed class TaxonomyTests
{
    [Fact]
    public void The_shipped_taxonomy_has_sixty_five_types_in_fifteen_families()
    {
        Assert.Equal(65, Taxonomy.Default.Types.Count);
        Assert.Equal(15, Taxonomy.Default.Types.Select(type => type.Family).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal("1.0.0", Taxonomy.Default.Version);
    }

    [Fact]
    public void Every_type_says_what_it_is_about_and_where_it_falls_in_OPP_115() =>
        Assert.All(Taxonomy.Default.Types, type =>
        {
            Assert.NotEmpty(type.Name);
            Assert.EndsWith(".", type.Definition, StringComparison.Ordinal);
            Assert.NotEmpty(type.Opp115);
        });

    [Fact]
    public void A_type_is_found_by_its_id()
    {
        Assert.Equal("Data retention", Taxonomy.Default["data-retention"].Name);
        Assert.False(Taxonomy.Default.TryGet("Data-Retention", out _));
        Assert.Throws<KeyNotFoundException>(() => Taxonomy.Default["no-such-type"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("id\tfamily")]
    [InlineData("# taxonomy 1\nid\tfamily\tname\tdefinition\topp115\tunfair_tos\na\tb")]
    [InlineData("# taxonomy 1\nid\tfamily\tname\tdefinition\topp115\tunfair_tos")]
    [InlineData("# taxonomy 1\nid\tfamily\tname\tdefinition\topp115\tunfair_tos\na\tb\tA\tA.\t\t\na\tb\tA\tA.\t\t")]
    public void A_bad_table_is_refused_with_a_typed_error(string table) =>
        Assert.Throws<PolicyAnalysisException>(() => Taxonomy.Read(new StringReader(table)));

    [Fact]
    public void The_page_of_the_taxonomy_lists_every_type()
    {
        string page = File.ReadAllText(Testing.Repository.PathOf("docs", "taxonomy.md"));
        Assert.All(Taxonomy.Default.Types, type => Assert.Contains($"| {type.Family} | `{type.Id}` | {type.Name} | {type.Definition} |", page, StringComparison.Ordinal));
    }
}
