using System.Text.RegularExpressions;
using PolicyAnalysis.Regulation;

namespace PolicyAnalysis.Tests.Regulation;

/// <summary>No sentence that the library can make judges anybody: the linter reads the catalogue and what is made from it.</summary>
public sealed partial class WordingTests
{
    private static readonly RegulatoryCatalog Catalog = RegulatoryCatalog.Default;

    [Fact]
    public void No_sentence_of_the_catalogue_judges()
    {
        IEnumerable<string?> sentences = Catalog.Rules.SelectMany(rule => rule.Versions.SelectMany(version => new[] { version.Paraphrase, version.Note, version.Trigger }).Append(rule.Topic))
            .Concat(Catalog.NoticeElements.SelectMany(element => new[] { element.Element, element.Condition }))
            .Concat(Catalog.Instruments.SelectMany(instrument => instrument.Phases.Select(phase => phase.Event).Append(instrument.Penalty?.Text).Append(instrument.Note)))
            .Concat(Catalog.Playbook.SelectMany(entry => entry.Contract.Concat(entry.Actions).Concat(entry.Questions).Append(entry.WhyItMatters).Concat(entry.Usual.Select(usual => usual.Phrase)).Concat(entry.Factors.SelectMany(factor => new[] { factor.Description, factor.Question }))))
            .Concat(Catalog.Statements.Statements.Values.Select(statement => statement.Phrase))
            .Concat(Catalog.RequirementSets.Select(set => set.Title));
        Assert.All(sentences.OfType<string>(), AssertPlain);
    }

    [Fact]
    public void No_sentence_of_a_result_judges()
    {
        foreach (string path in SamplePolicies())
        {
            AnalyzedPolicy policy = PolicyAnalyzer.Create().Analyze(PolicyDocument.Load(path, cancellationToken: TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
            PolicyAssessment assessment = new RegulatoryMapper(Catalog).Assess(policy, new AssessmentOptions { MaximumCitations = 50, AsOf = new DateOnly(2027, 9, 1), Horizon = new DateOnly(2029, 1, 1) }, TestContext.Current.CancellationToken);
            foreach (ProvisionAssessment provision in assessment.Provisions)
            {
                foreach (string sentence in provision.Absent.Concat(provision.Contract).Concat(provision.Actions).Concat(provision.Questions).Concat(provision.Citations.SelectMany(link => new[] { link.Why, link.Display, link.DecidingFactPhrase ?? string.Empty })).Concat(provision.Exposure.Unknown))
                    AssertPlain(sentence);
            }

            foreach (RequirementFinding finding in new CompletenessChecker(Catalog).Check(policy, [.. Catalog.RequirementSets.Select(set => set.Name)], null, TestContext.Current.CancellationToken).Requirements)
            {
                AssertPlain(finding.Reason);
                AssertPlain(finding.Element);
            }
        }
    }

    [Fact]
    public void Every_question_is_a_question_and_every_other_point_a_sentence()
    {
        Assert.All(Catalog.Playbook.SelectMany(entry => entry.Questions.Concat(entry.Factors.Select(factor => factor.Question).OfType<string>())), question => Assert.Matches(@"^[A-Z].+\?$", question));
        Assert.All(Catalog.Playbook.SelectMany(entry => entry.Contract.Concat(entry.Actions).Append(entry.WhyItMatters).Concat(entry.Factors.Select(factor => factor.Description))), sentence => Assert.Matches(@"^[A-Z](\S+ ){3,}.+\.$|^[A-Z].*\s.*\s.*\.$", sentence));
        Assert.All(Catalog.Playbook.SelectMany(entry => entry.Factors.Where(factor => factor.Present.Length == 0 && factor.Absent.Length == 0)), factor => Assert.NotNull(factor.Question));
    }

    [Theory]
    [InlineData("The notice violates the law.")]
    [InlineData("The text is non-compliant.")]
    [InlineData("The company is liable.")]
    public void The_linter_finds_a_judgement(string sentence) => Assert.Matches(Judging(), sentence);

    private static void AssertPlain(string sentence) => Assert.DoesNotMatch(Judging(), sentence);

    private static IEnumerable<string> SamplePolicies() => Directory.EnumerateFiles(Testing.Repository.PathOf("docs", "samples", "policies"), "*.html").Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\b(illegal\w*|unlawful\w*|violat\w*|non-?complian\w*|compliant|liable|guilty|guarantee\w*|legal advice)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Judging();
}
