using PolicyAnalysis.Classification;
using PolicyAnalysis.Comparison;
using PolicyAnalysis.Provisions;

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
    private readonly PolicyComparer comparer = new();

    private PolicyAnalyzer(IProvisionClassifier classifier) => this.classifier = classifier;

    /// <summary>Makes an analyzer.</summary>
    /// <param name="options">What it works with; the shipped model where left out.</param>
    public static PolicyAnalyzer Create(PolicyAnalyzerOptions? options = null) =>
        new(options?.Classifier ?? CompactClassifier.Shipped);

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
            Versions = new AnalysisVersions { Library = LibraryVersion, Model = classifier.Version, Taxonomy = Taxonomy.Default.Version },
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
}
