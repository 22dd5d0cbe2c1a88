using CsCheck;
using PolicyAnalysis.Archive.Families;
using static PolicyAnalysis.Archive.Tests.TemporaryArchive;

namespace PolicyAnalysis.Archive.Tests.Families;

public sealed class FamilyTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Privacy Policy (EU)", "privacy policy", "Privacy Policy", "EU")]
    [InlineData("Privacy Policy - California", "privacy policy", "Privacy Policy", "US-CA")]
    [InlineData("Terms of Service for residents of Texas", "terms service", "Terms of Service", "US-TX")]
    [InlineData("UK & EEA Privacy Policy", "privacy policy", "Privacy Policy", "GB EEA")]
    [InlineData("Privacy Policy (Deutsch)", "privacy policy", "Privacy Policy", "de")]
    [InlineData("Privacy Policy", "privacy policy", "Privacy Policy", "")]
    [InlineData("CONTACT US", "contact us", "CONTACT US", "")]
    public void Regions_and_languages_are_taken_out_of_a_name(string name, string expected, string plain, string codes)
    {
        VariantName parts = VariantName.Of(name);
        Assert.Equal((expected, plain, codes), (parts.Base, parts.Plain, string.Join(' ', parts.Mentions.Select(mention => mention.Code))));
    }

    [Theory]
    [InlineData("https://www.lumenleaf.example/de-de/privacy", "lumenleaf.example/privacy", "DE de")]
    [InlineData("https://lumenleaf.example/privacy?hl=fr", "lumenleaf.example/privacy", "fr")]
    [InlineData("https://de.lumenleaf.example/privacy", "lumenleaf.example/privacy", "de")]
    [InlineData("https://lumenleaf.example/legal/eu/privacy", "lumenleaf.example/legal/privacy", "EU")]
    [InlineData("https://lumenleaf.example/privacy?v=de", "lumenleaf.example/privacy?v=de", "")]
    [InlineData("https://lumenleaf.example/go/privacy", "lumenleaf.example/go/privacy", "")]
    public void Regions_and_languages_are_taken_out_of_an_address(string address, string expected, string codes)
    {
        VariantAddress parts = VariantAddress.Of(new Uri(address), "Privacy Policy")!;
        Assert.Equal((expected, codes), (parts.Base, string.Join(' ', parts.Mentions.Select(mention => mention.Code))));
    }

    [Fact]
    public void Variants_by_name_address_and_language_are_one_family_each_with_its_reason()
    {
        using var folder = new TemporaryArchive();
        using PolicyArchive archive = folder.Open();
        Fill(archive);
        IReadOnlyList<DocumentFamily> families = archive.GetFamilies("Lumenleaf", Token);
        Assert.Equal(["Cookie Policy", "Legal page", "Privacy Policy"], families.Select(family => family.Name));

        DocumentFamily privacy = families[2];
        Assert.Equal(["Privacy Policy", "Privacy Policy (EU)", "Privacy Policy - California"], privacy.Variants.Select(variant => variant.Document));
        Assert.Equal(["EU"], privacy.Variants[1].Regions);
        Assert.Contains(new FamilyReason(FamilyEvidence.Name, "Privacy Policy (EU)", "EU"), privacy.Variants[1].Reasons);
        Assert.Contains(privacy.Variants[2].Reasons, reason => reason is { Evidence: FamilyEvidence.Text, Code: "US-CA" });

        DocumentFamily pages = families[1];
        Assert.Equal(["Legal page", "Seite"], pages.Variants.Select(variant => variant.Document).Order(StringComparer.Ordinal));
        Assert.Contains(pages.Variants.SelectMany(variant => variant.Reasons), reason => reason is { Evidence: FamilyEvidence.Address, Code: "de" });
        Assert.Empty(Assert.Single(families[0].Variants).Reasons);
    }

    [Fact]
    public void One_document_of_a_kind_in_each_language_is_a_family()
    {
        using var folder = new TemporaryArchive();
        using PolicyArchive archive = folder.Open();
        archive.Add(Captured("Mossgate", "Privacy Policy", 0, "# Privacy Policy\n\nWe keep the data that you give to us for as long as your account is open, and we delete it when you close the account.\n"), Token);
        archive.Add(Captured("Mossgate", "Datenschutz", 0, "# Datenschutzerklärung\n\nWir speichern die Daten, die Sie uns geben, so lange Ihr Konto besteht, und löschen sie, wenn Sie das Konto schließen und wir sie nicht mehr brauchen.\n"), Token);
        DocumentFamily family = Assert.Single(archive.GetFamilies(cancellationToken: Token));
        Assert.Equal(["de", "en"], family.Variants.Select(variant => variant.Language).Order(StringComparer.Ordinal));
        Assert.All(family.Variants, variant => Assert.Contains(variant.Reasons, reason => reason.Evidence == FamilyEvidence.Language));
    }

    [Fact]
    public void A_family_is_asked_for_by_its_name_or_by_any_document_and_stands_side_by_side()
    {
        using var folder = new TemporaryArchive();
        using PolicyArchive archive = folder.Open();
        Fill(archive);
        FamilyTimeline family = archive.GetFamilyTimeline("Lumenleaf", "Privacy Policy (EU)", cancellationToken: Token);
        Assert.Equal(family.ToJson().Content, archive.GetFamilyTimeline("Lumenleaf", "Privacy Policy", cancellationToken: Token).ToJson().Content);
        Assert.Equal(3, family.Timelines.Count);
        VariantTypeCounts retention = Assert.Single(family.Types, row => row.Type == "data-retention");
        Assert.Equal([1, 1, 1], retention.Counts);
        Assert.Contains(family.OnlyInOne, provision => provision.Document == "Privacy Policy (EU)" && provision.Text.Contains("90 days", StringComparison.Ordinal));
        Assert.DoesNotContain(family.OnlyInOne, provision => provision.Text.Contains("encryption", StringComparison.Ordinal));
        string page = family.ToHtml().Content;
        Assert.Contains("name (EU): “Privacy Policy (EU)”", page, StringComparison.Ordinal);
        Assert.Contains(PolicyDisclaimer.Text, page, StringComparison.Ordinal);
        Assert.Equal(family.Timelines.Sum(timeline => timeline.Provisions.Sum(life => life.Events.Count)) + 1, family.ToCsv().Content.Count(letter => letter == '\n'));
        Assert.Equal(ArchiveProblem.NotFound, Assert.Throws<PolicyArchiveException>(() => archive.GetFamilyTimeline("Lumenleaf", "Nothing", cancellationToken: Token)).Problem);
    }

    [Fact]
    public void A_comparison_by_family_counts_a_document_and_its_variants_once()
    {
        using var folder = new TemporaryArchive();
        using PolicyArchive archive = folder.Open();
        Fill(archive);
        foreach (DateTimeOffset? time in (ReadOnlySpan<DateTimeOffset?>)[null, new DateTimeOffset(2025, 1, 5, 0, 0, 0, TimeSpan.Zero)])
        {
            PlatformComparison apart = archive.ComparePlatforms("data-retention", new PlatformComparisonOptions { AsOf = time }, Token);
            PlatformComparison together = archive.ComparePlatforms("data-retention", new PlatformComparisonOptions { AsOf = time, ByFamily = true }, Token);
            Assert.Equal((6, 3), (apart.DocumentCount, together.DocumentCount));
            Assert.Equal(3, apart.ProvisionCount);
            Assert.Equal(1, together.ProvisionCount);
            Assert.Equal(["Privacy Policy"], Assert.Single(together.Platforms).Documents);
            Assert.Equal(90, Assert.Single(Assert.Single(together.Quantities).Figures).Amount);
        }
    }

    [Fact]
    public void The_order_of_documents_changes_no_family() =>
        Gen.Shuffle(new[] { "Terms", "Terms (EU)", "Terms (UK)", "Terms - Deutsch", "Cookies", "Cookies (US)", "EU Cookies", "Rules" }).Sample(names =>
        {
            string[] families = [.. FamilyFinder.Find(names.Select((name, number) => new DocumentFace(number, "S", name))).Select(family => family.Name + ": " + string.Join(", ", family.Members.Select(member => member.Face.Name + " " + string.Join(' ', member.Reasons))))];
            string[] sorted = [.. FamilyFinder.Find(names.Order(StringComparer.Ordinal).Select((name, number) => new DocumentFace(number, "S", name))).Select(family => family.Name + ": " + string.Join(", ", family.Members.Select(member => member.Face.Name + " " + string.Join(' ', member.Reasons))))];
            Assert.Equal(sorted, families);
            Assert.Equal(3, families.Length);
        });

    private static void Fill(PolicyArchive archive)
    {
        const string Common = "We protect your data with encryption in transit and at rest, wherever it is stored.\n\n";
        Add("Privacy Policy", "# Privacy Policy\n\n" + Common + "We retain your account data for 30 days after you close your account.\n", null);
        Add("Privacy Policy (EU)", "# Privacy Policy\n\n" + Common + "We retain your account data for 90 days after you close your account.\n", null);
        Add("Privacy Policy - California", "# Privacy Policy\n\nThis policy applies to residents of California.\n\n" + Common + "We retain your account data for 30 days after you close your account.\n", null);
        Add("Cookie Policy", "# Cookie Policy\n\nWe set one cookie that keeps you signed in, and none that follows you.\n", null);
        Add("Legal page", "# About us\n\nBe kind to one another here, and write to us when something is wrong.\n", "https://lumenleaf.example/en/legal");
        Add("Seite", "# Über uns\n\nSeien Sie freundlich zueinander, und schreiben Sie uns, wenn etwas nicht stimmt.\n", "https://lumenleaf.example/de/legal");

        void Add(string document, string text, string? address) =>
            archive.Add(Captured("Lumenleaf", document, 0, text) with { Address = address is null ? null : new Uri(address) }, Token);
    }
}
