using PolicyAnalysis.Classification;
using PolicyAnalysis.Comparison;
using PolicyAnalysis.Provisions;
using PolicyAnalysis.Regulation;

namespace PolicyAnalysis;

/// <summary>The front door: analyses a policy, compares two versions, sets one against the law, checks a notice for completeness.</summary>
/// <remarks>
/// Thread-safe and without state of its own: make one and share it. The same document, options and versions give the same
/// result on every machine. Nothing in a result is a legal conclusion. Time is linear in the document for
/// <see cref="Analyze"/>; see <see cref="PolicyComparer"/> for comparisons.
/// </remarks>
public sealed class PolicyAnalyzer
{
    private static readonly string LibraryVersion = typeof(PolicyAnalyzer).Assembly.GetName().Version!.ToString(3);

    private readonly IProvisionClassifier classifier;
    private readonly RegulatoryMapper mapper;
    private readonly CompletenessChecker checker;
    private readonly PolicyComparer comparer = new();

    private PolicyAnalyzer(IProvisionClassifier classifier, RegulatoryCatalog catalog)
    {
        this.classifier = classifier;
        mapper = new RegulatoryMapper(catalog);
        checker = new CompletenessChecker(catalog);
    }

    /// <summary>What its analyses are made with.</summary>
    internal AnalysisVersions Versions => new() { Library = LibraryVersion, Model = classifier.Version, Taxonomy = Taxonomy.Default.Version };

    /// <summary>Makes an analyzer.</summary>
    /// <param name="options">What it works with; the shipped model and catalogue where left out.</param>
    public static PolicyAnalyzer Create(PolicyAnalyzerOptions? options = null) =>
        new(options?.Classifier ?? CompactClassifier.Shipped, options?.Catalog ?? RegulatoryCatalog.Default);

    /// <summary>Splits a document into provisions and labels them.</summary>
    /// <param name="document">The document.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The provisions in reading order with their labels, best first.</returns>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public AnalyzedPolicy Analyze(PolicyDocument document, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(document);
        IReadOnlyList<Provision> provisions = ProvisionSegmenter.Segment(document, cancellationToken);
        var analyzed = new AnalyzedProvision[provisions.Count];
        for (int index = 0; index < analyzed.Length; index++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Provision provision = provisions[index];
            analyzed[index] = new AnalyzedProvision
            {
                Provision = provision,
                Labels = classifier.Classify(new ProvisionInput
                {
                    Text = provision.Text,
                    Headings = provision.Headings,
                    LeadIn = provision.LeadIn,
                    DocumentType = document.DocumentType,
                    Kind = provision.Kind,
                }),
            };
        }

        return new AnalyzedPolicy
        {
            Document = document,
            Provisions = analyzed,
            Versions = Versions,
        };
    }

    /// <summary>Compares two versions of a policy.</summary>
    /// <param name="before">The version before.</param>
    /// <param name="after">The version after.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>What changed, provision by provision, with quotes, effect, materiality and direction.</returns>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public PolicyComparison Compare(PolicyDocument before, PolicyDocument after, CancellationToken cancellationToken = default) =>
        Compare(Analyze(before, cancellationToken), Analyze(after, cancellationToken), cancellationToken);

    /// <summary>Compares two versions that were analysed before.</summary>
    /// <param name="before">The version before.</param>
    /// <param name="after">The version after.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>What changed, provision by provision, with quotes, effect, materiality and direction.</returns>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public PolicyComparison Compare(AnalyzedPolicy before, AnalyzedPolicy after, CancellationToken cancellationToken = default) =>
        comparer.Compare(before, after, cancellationToken);

    /// <summary>Sets a policy against the regulatory catalogue.</summary>
    /// <param name="document">The document.</param>
    /// <param name="options">The date of the law and the facts that are known; the catalogue's own date where left out.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>Citations, exposure with its reasons, contract points, actions and questions for each provision.</returns>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public PolicyAssessment Assess(PolicyDocument document, AssessmentOptions? options = null, CancellationToken cancellationToken = default) =>
        Assess(Analyze(document, cancellationToken), options, cancellationToken);

    /// <summary>Sets a policy that was analysed before against the regulatory catalogue.</summary>
    /// <param name="policy">The analysed policy.</param>
    /// <param name="options">The date of the law and the facts that are known; the catalogue's own date where left out.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>Citations, exposure with its reasons, contract points, actions and questions for each provision.</returns>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public PolicyAssessment Assess(AnalyzedPolicy policy, AssessmentOptions? options = null, CancellationToken cancellationToken = default) =>
        mapper.Assess(policy, options, cancellationToken);

    /// <summary>Looks for what laws ask a notice to state.</summary>
    /// <param name="document">The notice.</param>
    /// <param name="requirementSets">The names of the sets, for example <c>gdpr-13</c>; <see cref="RegulatoryCatalog.RequirementSets"/> lists them.</param>
    /// <param name="options">The date of the law and the facts that are known; the catalogue's own date where left out.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>Every element of the sets with its outcome and its quotes.</returns>
    /// <exception cref="PolicyAnalysisException">A set is not known.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public CompletenessResult Check(PolicyDocument document, IReadOnlyCollection<string> requirementSets, AssessmentOptions? options = null, CancellationToken cancellationToken = default) =>
        Check(Analyze(document, cancellationToken), requirementSets, options, cancellationToken);

    /// <summary>Looks for what laws ask a notice to state, in a policy that was analysed before.</summary>
    /// <param name="policy">The analysed notice.</param>
    /// <param name="requirementSets">The names of the sets, for example <c>gdpr-13</c>; <see cref="RegulatoryCatalog.RequirementSets"/> lists them.</param>
    /// <param name="options">The date of the law and the facts that are known; the catalogue's own date where left out.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>Every element of the sets with its outcome and its quotes.</returns>
    /// <exception cref="PolicyAnalysisException">A set is not known.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public CompletenessResult Check(AnalyzedPolicy policy, IReadOnlyCollection<string> requirementSets, AssessmentOptions? options = null, CancellationToken cancellationToken = default) =>
        checker.Check(policy, requirementSets, options, cancellationToken);

    /// <summary>Looks for what laws ask a notice to state in several documents together: an element is found where any of them states it.</summary>
    /// <param name="documents">The documents, the main one first, for example a privacy notice, a cookie notice and terms.</param>
    /// <param name="requirementSets">The names of the sets, for example <c>gdpr-13</c>; <see cref="RegulatoryCatalog.RequirementSets"/> lists them.</param>
    /// <param name="options">The date of the law and the facts that are known; the catalogue's own date where left out.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>Every element of the sets with its outcome, its quotes and the documents they are from.</returns>
    /// <exception cref="PolicyAnalysisException">A set is not known.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public CompletenessResult Check(IReadOnlyList<PolicyDocument> documents, IReadOnlyCollection<string> requirementSets, AssessmentOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(documents);
        return checker.Check([.. documents.Select(document => Analyze(document, cancellationToken))], requirementSets, options, cancellationToken);
    }
}
