using PolicyAnalysis.Comparison.Alignment;

namespace PolicyAnalysis.Tests.Comparison.Alignment;

public sealed class ProvisionAlignerTests
{
    private const string Keeps = "Lumenleaf keeps drafts in an encrypted cellar until their author deletes them.";
    private const string Shares = "We share invoices with accountants who audit our books each spring.";
    private const string Sells = "Nobody at Lumenleaf sells, rents or lends a notebook to advertisers.";
    private const string Moves = "Readers may carry their shelves to another library within thirty days.";

    [Fact]
    public void Sections_in_another_order_and_with_other_numbers_are_the_same_provisions()
    {
        string before = $"## 1. Storage\n\n{Keeps}\n\n## 2. Sharing\n\n{Shares}\n\n{Sells}\n\n## 3. Portability\n\n{Moves}\n";
        string after = $"## 1. Portability\n\n{Moves}\n\n## 2. Storage\n\n{Keeps}\n\n## 3. Sharing\n\n{Shares.Replace("each spring", "every autumn", StringComparison.Ordinal)}\n\n{Sells}\n";
        List<ProvisionMatch> matches = Align(before, after);
        Assert.DoesNotContain(matches, static match => match.IsAdded || match.IsRemoved);
        Assert.Contains(matches, static match => match.Moved && match.Before[0].Provision.Text == Moves);
        Assert.Contains(matches, static match => match.Before[0].Provision.Text == Shares && match.After[0].Provision.Text.EndsWith("every autumn.", StringComparison.Ordinal));
    }

    [Fact]
    public void A_provision_that_moved_and_was_edited_is_known_again()
    {
        ProvisionMatch match = Assert.Single(
            Align($"{Keeps}\n\n{Shares}\n\n{Sells}\n", $"{Shares}\n\n{Sells}\n\n{Keeps.Replace("cellar", "vault", StringComparison.Ordinal)}\n"),
            static match => match.Before[0].Provision.Text == Keeps);
        Assert.True(match.Moved);
        Assert.EndsWith("deletes them.", match.After[0].Provision.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_split_read_backwards_is_a_merge(bool isSplit)
    {
        (string whole, string parts) = ($"{Sells}\n\n{Keeps} {Shares} {Moves}\n", $"{Sells}\n\n{Keeps}\n\n{Shares}\n\n{Moves}\n");
        List<ProvisionMatch> matches = isSplit ? Align(whole, parts) : Align(parts, whole);
        Assert.Equal(2, matches.Count);
        Assert.Contains(matches, match => (isSplit ? match.After : match.Before).Count == 3 && (isSplit ? match.Before : match.After).Count == 1);
    }

    [Fact]
    public void A_line_broken_in_many_places_is_still_one_provision()
    {
        string[] words = Keeps.Split(' ');
        List<ProvisionMatch> matches = Align($"{Sells}\n\n{Keeps}\n", $"{Sells}\n\n{string.Join("\n\n", words[..6].Chunk(3).Select(static few => string.Join(' ', few)))}\n\n{string.Join(' ', words[6..])}\n");
        Assert.Contains(matches, static match => match.Before.Count == 1 && match.After.Count == 3);
    }

    [Fact]
    public void The_choice_is_global_where_the_best_pair_would_take_the_only_partner_of_another()
    {
        // The first provision after is likest to both; only one of them has another partner.
        const string first = "alpha beta gamma delta epsilon zeta eta theta iota kappa", second = "alpha beta gamma delta epsilon zeta eta theta lambda mu";
        const string third = "alpha beta gamma delta epsilon zeta eta theta iota omega", fourth = "nu beta gamma delta epsilon zeta eta theta iota kappa";
        List<ProvisionMatch> matches = Align($"{first}\n\n{second}\n", $"{third}\n\n{fourth}\n");
        Assert.Equal([third, fourth], matches.OrderByDescending(static match => match.Before[0].Provision.Text == second).Select(static match => match.After[0].Provision.Text));
    }

    [Fact]
    public void A_document_of_which_all_moved_and_changed_is_aligned_within_the_budgets()
    {
        var random = new Random(5);
        string[] before = [.. Enumerable.Range(0, 3_000).Select(_ => string.Join(' ', Enumerable.Range(0, 30).Select(_ => "w" + (int)(Math.Pow(random.NextDouble(), 4) * 20_000))))];
        string[] after = [.. before.Reverse().Select(static line => line + " more")];
        AnalyzedPolicy was = Compared.Read(string.Join("\n\n", before)), now = Compared.Read(string.Join("\n\n", after));
        List<ProvisionMatch> matches = ProvisionAligner.Align(was, now, out bool complete, TestContext.Current.CancellationToken);
        Assert.True(complete);
        Assert.Equal(before.Length, matches.Count);
        Assert.All(matches, static match => Assert.Equal(match.Before[0].Provision.Text + " more", match.After[0].Provision.Text));
    }

    private static List<ProvisionMatch> Align(string before, string after)
        => ProvisionAligner.Align(Compared.Read(before), Compared.Read(after), out _, TestContext.Current.CancellationToken);
}
