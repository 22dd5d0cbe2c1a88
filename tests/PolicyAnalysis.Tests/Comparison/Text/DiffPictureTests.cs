using System.Xml.Linq;
using PolicyAnalysis.Testing;

namespace PolicyAnalysis.Tests.Comparison.Text;

/// <summary>The pictures of the page on the text diff are what the text diff gives today.</summary>
public sealed class DiffPictureTests
{
    [Theory]
    [InlineData(
        "protected",
        "Retention\nLumenleaf may keep your drafts until 12 May 2024, for at most 30 days, and shall give them to hosts in Ireland. A copy costs € 20. We may read them to find abuse.",
        "Retention\nLumenleaf may keep your drafts until 13 May 2024, for at most 90 days, and shall not give them to hosts in Ireland. A copy costs € 25. We may never read them to find abuse.")]
    [InlineData(
        "boundaries",
        "Sharing\nWe use data to run Lumenleaf. We share it with our hosts. We share it with our accountants, who audit our books.\nYou can ask us which hosts they are.",
        "Sharing\nWe use data to run Lumenleaf. We never sell it. We share it with our hosts. We share it with our accountants, who audit our books each spring.\nWe tell you before a host changes.\nYou can ask us which hosts they are.")]
    [InlineData(
        "rewrite",
        "Storage\nLumenleaf stores every draft, oldest first, inside a sealed cellar of the library beneath our office until somebody deletes it by hand. Nothing else is kept.",
        "Storage\nYour notes travel, as soon as you close them, towards an encrypted vault of the cloud which several hosts run together for every reader. Nothing else is kept.")]
    public void Each_is_the_diff_of_its_two_texts(string name, string before, string after)
    {
        string picture = DiffPicture.Draw(before, after);
        Assert.Equal("svg", XDocument.Parse(picture).Root!.Name.LocalName);
        GoldenFile.AssertSame(picture, Repository.PathOf("docs", "images", $"diff-{name}.svg"));
    }
}
