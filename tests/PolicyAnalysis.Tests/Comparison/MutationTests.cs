using System.Text;
using static PolicyAnalysis.Tests.Comparison.Compared;

namespace PolicyAnalysis.Tests.Comparison;

/// <summary>Sample policies with one known change each, and with changes that mean nothing.</summary>
public sealed class MutationTests
{
    private static readonly string[] Files = ["privacy-2025.html", "terms-2025.html"];

    private static readonly (string Sentence, string Effect)[] Additions =
    [
        ("We may suspend or close your account at our sole discretion and without notice.", "service-power-added"),
        ("You must not use the Service to send unsolicited messages.", "user-duty-added"),
        ("You can opt out of study tips at any time in your settings.", "choice-added"),
        ("You have the right to receive a copy of your drawings.", "right-added"),
        ("We will never sell your drawings to anyone.", "commitment-strengthened"),
        ("We also collect the precise location of your device.", "data-added"),
        ("We share your drawings with advertising partners.", "recipient-added"),
        ("We use your drawings to personalise advertising.", "purpose-added"),
        ("We train our AI models with your drawings.", "ai-use-added"),
        ("Any dispute about drawings is decided by binding arbitration.", "dispute-terms-changed"),
        ("We are not liable for indirect or consequential damages.", "liability-changed"),
        ("We charge a fee for each printed drawing.", "price-terms-changed"),
        ("Children under 16 need the permission of a parent.", "age-terms-changed"),
        ("We will notify you of changes to this document.", "notice-terms-changed"),
        ("We store drawings in countries outside the European Economic Area on the basis of standard contractual clauses.", "transfer-changed"),
        ("This document does not apply to Lumenleaf Labs.", "exclusion-added"),
        ("Learn more on our help page: https://lumenleaf.example/drawings", "reference-changed"),
        ("E-mail: drawings@lumenleaf.example", "contact-changed"),
        ("We retain deleted drawings for as long as we like.", "retention-lengthened"),
    ];

    private static readonly (string Before, string After, string Effect)[] Edits =
    [
        ("We keep drawings for 30 days after you delete them.", "We keep drawings for 90 days after you delete them.", "retention-lengthened"),
        ("We keep drawings for 30 days after you delete them.", "We keep drawings for two weeks after you delete them.", "retention-shortened"),
        ("We will print a drawing when you ask.", "We may print a drawing when you ask.", "commitment-weakened"),
        ("We share drawings with printers.", "We do not share drawings with printers.", "commitment-strengthened"),
        ("The drawing plan costs €4 a month.", "The drawing plan costs €6 a month.", "price-terms-changed"),
        ("Our liability for drawings is limited to €100.", "Our liability for drawings is limited to €50.", "liability-changed"),
        ("“Artist” means Lumenleaf Ltd.", "“Artist” means Lumenleaf Ltd and its affiliates.", "scope-broadened"),
        ("We give you 30 days notice of a new brush.", "We give you 14 days notice of a new brush.", "notice-terms-changed"),
        ("An artist is at least 13 years old.", "An artist is at least 16 years old.", "age-terms-changed"),
        ("The courts of Ireland have exclusive jurisdiction over drawings.", "The courts of Germany have exclusive jurisdiction over drawings.", "dispute-terms-changed"),
        ("We answer a letter about drawings within 30 days.", "We answer a letter about drawings within 45 days.", "commitment-weakened"),
        ("Drawings are encrypted on our servers.", "Drawings are stored on our servers.", "commitment-weakened"),
    ];

    private static readonly (string Name, Func<string, string> Mutate)[] Silent =
    [
        ("quotation marks", text => text.Replace('’', '\'').Replace('“', '"').Replace('”', '"')),
        ("dashes", text => text.Replace(" - ", " – ", StringComparison.Ordinal).Replace("; ", ", ", StringComparison.Ordinal)),
        ("double spaces", text => text.Replace(". ", ".  ", StringComparison.Ordinal)),
        ("soft hyphens", text => text.Replace("information", "infor\u00ADmation", StringComparison.Ordinal).Replace("Service", "Ser\u00ADvice", StringComparison.Ordinal)),
        ("zero-width spaces", text => text.Replace("account", "account\u200B", StringComparison.Ordinal)),
        ("no-break spaces", text => text.Replace(" your ", "\u00A0your ", StringComparison.Ordinal)),
        ("capitals of headings", text => string.Join('\n', text.Split('\n').Select(line => line.StartsWith('#') ? line.ToUpperInvariant() : line))),
        ("bold", text => string.Join('\n', text.Split('\n').Select(line => line.Length > 40 && char.IsLetter(line[0]) ? line.Replace("your", "**your**", StringComparison.Ordinal) : line))),
        ("bullets", text => text.Replace("\n* ", "\n- ", StringComparison.Ordinal)),
        ("number style", text => text.Replace("30 days", "thirty (30) days", StringComparison.Ordinal).Replace("14 days", "fourteen days", StringComparison.Ordinal)),
        ("spelling", text => text.Replace("personalise", "personalize", StringComparison.Ordinal).Replace("organisation", "organization", StringComparison.Ordinal).Replace("recognise", "recognize", StringComparison.Ordinal)),
        ("a typing error", text => text.Replace("receive", "recieve", StringComparison.Ordinal).Replace("because", "becuase", StringComparison.Ordinal)),
        ("dates", text => text.Replace("15 January 2025", "3 March 2025", StringComparison.Ordinal).Replace("January 15, 2025", "March 3, 2025", StringComparison.Ordinal)),
    ];

    private static readonly string[] SilentFiles = ["privacy-2024.html", "privacy-2025.html", "terms-2024.html", "terms-2025.html"];

    [Fact]
    public void A_hundred_known_changes_are_each_one_record_with_their_effect()
    {
        var wrong = new List<string>();
        int count = 0;
        foreach (string file in Files)
        {
            string text = Markdown(file);
            foreach ((string sentence, string effect) in Additions)
            {
                Check(text, Insert(text, sentence), effect, wrong, ref count);
                Check(Insert(text, sentence), text, PolicyAnalysis.Comparison.Evidence.EffectIds.Mirror(effect), wrong, ref count);
            }

            foreach ((string before, string after, string effect) in Edits)
                Check(Insert(text, before), Insert(text, after), effect, wrong, ref count);
        }

        Assert.Equal(100, count);
        Assert.True(wrong.Count <= 5, $"{wrong.Count} of {count} wrong:\n{string.Join('\n', wrong)}");
    }

    [Fact]
    public void Fifty_two_changes_without_effect_are_silent()
    {
        var loud = new List<string>();
        foreach (string file in SilentFiles)
        {
            string text = Markdown(file);
            foreach ((string name, Func<string, string> mutate) in Silent)
            {
                foreach (ChangeRecord change in Compare(text, mutate(text)).Changes)
                {
                    if (change.Materiality != Materiality.Editorial || !PolicyAnalysis.Comparison.NoEffectVerifier.Verify(change))
                        loud.Add($"{file}, {name}: {change.Summary} {change.Effects[0].Id} {change.Materiality}");
                }
            }
        }

        Assert.Empty(loud);
    }

    private static void Check(string before, string after, string effect, List<string> wrong, ref int count)
    {
        count++;
        IReadOnlyList<ChangeRecord> changes = Compare(Classify(Read(before)), Classify(Read(after))).Changes;
        if (changes.Count != 1 || changes[0].Effects[0].Id != effect)
            wrong.Add($"{effect}: {string.Join(" / ", changes.Select(change => string.Join(',', change.Effects.Select(named => named.Id)) + " " + change.Summary))}");
    }

    /// <summary>Puts a paragraph after the third heading, where all samples have plain paragraphs.</summary>
    private static string Insert(string text, string sentence)
    {
        int at = 0;
        for (int i = 0; i < 3; i++)
            at = text.IndexOf("\n#", at + 1, StringComparison.Ordinal);
        int end = text.IndexOf("\n\n", at + 1, StringComparison.Ordinal);
        return $"{text[..end]}\n\n{sentence}{text[end..]}";
    }

    private static string Markdown(string file)
    {
        PolicyDocument document = PlantedChangesTests.Classified(file).Document;
        var text = new StringBuilder();
        foreach (DocumentBlock block in document.Blocks)
        {
            string line = block.Range.Of(document.Text).Replace("\t", ", ", StringComparison.Ordinal);
            text.Append(block.Kind switch
            {
                DocumentBlockKind.Heading => new string('#', block.Level) + " " + line + "\n\n",
                DocumentBlockKind.ListItem => "* " + line + "\n",
                _ => "\n" + line + "\n\n",
            });
        }

        return text.ToString();
    }
}
