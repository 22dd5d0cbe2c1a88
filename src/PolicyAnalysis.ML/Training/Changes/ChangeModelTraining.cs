using PolicyAnalysis.ML.Evaluation.Changes;

namespace PolicyAnalysis.ML.Training.Changes;

/// <summary>What came of training the models of the change judge.</summary>
/// <param name="Pairs">The pairs of versions that were learned from.</param>
/// <param name="Examples">The changes that were learned from, each read both ways, with those of the rules.</param>
/// <param name="Weights">The weights that were written.</param>
public sealed record ChangeTrainingSummary(int Pairs, int Examples, int Weights);

/// <summary>Trains the models that judge changes and writes the table that the library embeds.</summary>
public static class ChangeModelTraining
{
    private const string Header = "# Trained by `policy train changes`; do not edit. Weights of features: head, class, feature, weight.";

    /// <summary>Learns from the labelled pairs that are not held back and from the rules' own examples.</summary>
    /// <param name="goldPath">The labelled changes, one pair a line.</param>
    /// <param name="pairsFolder">The folder with a folder for each pair, holding <c>before.md</c> and <c>after.md</c>.</param>
    /// <param name="outputPath">The table to write, rows of head, class, feature and weight.</param>
    /// <param name="cancellationToken">Stops the work between pairs.</param>
    /// <exception cref="IOException">A file cannot be read or written.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    /// <remarks>The same input writes the same bytes on one machine; other processors may differ in the last digit.</remarks>
    public static ChangeTrainingSummary Run(string goldPath, string pairsFolder, string outputPath, CancellationToken cancellationToken = default)
    {
        PolicyAnalyzer analyzer = PolicyAnalyzer.Create();
        var examples = new List<ChangeExample>();
        int pairs = 0;
        foreach (GoldPair pair in GoldFile.Read(goldPath, pairsFolder).Where(static pair => !pair.IsHeldBack))
        {
            cancellationToken.ThrowIfCancellationRequested();
            pairs++;
            AnalyzedPolicy before = analyzer.Analyze(PolicyDocument.Load(Path.Combine(pairsFolder, pair.Id, "before.md"), cancellationToken: cancellationToken), cancellationToken);
            AnalyzedPolicy after = analyzer.Analyze(PolicyDocument.Load(Path.Combine(pairsFolder, pair.Id, "after.md"), cancellationToken: cancellationToken), cancellationToken);
            examples.AddRange(ChangeExamples.OfPair(pair, before, after, cancellationToken));
        }

        examples.AddRange(ChangeExamples.OfRules());
        List<string[]> rows = ChangeModelTrainer.Train(examples, new ChangeModelSettings());
        File.WriteAllText(outputPath, string.Join('\n', rows.Select(static row => string.Join('\t', row)).Prepend(Header)) + "\n");
        return new ChangeTrainingSummary(pairs, examples.Count, rows.Count);
    }
}
