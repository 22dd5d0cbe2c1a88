using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Transforms.Text;
using PolicyAnalysis.ML;
using PolicyAnalysis.ML.Data;

namespace PolicyAnalysis.Benchmarks.Classification;

/// <summary>
/// The peer that a user of ML.NET would write: its own text transforms (words and pairs of words, three characters in a row) and a
/// linear model for each type against the rest, from text, headings and lead-in to one score a type.
/// </summary>
internal static class TextPipeline
{
    private const string Words = "Words";
    private const string Main = "Main";
    private const string Key = "Key";

    /// <summary>Trains the pipeline on the main types of the provisions. Few passes: they change the weights, not the work of scoring.</summary>
    public static ITransformer Train(MLContext context, IReadOnlyList<LabelledProvision> provisions)
    {
        IDataView data = context.Data.LoadFromEnumerable(provisions.Select(Example.Of));
        var text = new TextFeaturizingEstimator.Options
        {
            WordFeatureExtractor = new WordBagEstimator.Options { NgramLength = 2, UseAllLengths = true },
            CharFeatureExtractor = new WordBagEstimator.Options { NgramLength = 3, UseAllLengths = false },
        };
        var binary = context.BinaryClassification.Trainers.AveragedPerceptron(labelColumnName: Key, featureColumnName: Words, numberOfIterations: 2);
        return context.Transforms.Conversion.MapValueToKey(Key, Main)
            .Append(context.Transforms.Text.FeaturizeText(Words, text, nameof(ProvisionRow.Text), nameof(ProvisionRow.Headings), nameof(ProvisionRow.LeadIn)))
            .Append(context.MulticlassClassification.Trainers.OneVersusAll(binary, labelColumnName: Key, useProbabilities: false))
            .Fit(data);
    }

    /// <summary>A provision as the pipeline reads it.</summary>
    public sealed class Example
    {
        /// <summary>The main type; empty where it is asked for.</summary>
        public string Main { get; init; } = string.Empty;

        /// <summary>The provision's own text.</summary>
        public string Text { get; init; } = string.Empty;

        /// <summary>The headings above it.</summary>
        public string Headings { get; init; } = string.Empty;

        /// <summary>The sentence that introduces its list or table.</summary>
        public string LeadIn { get; init; } = string.Empty;

        /// <summary>The row of a labelled provision.</summary>
        public static Example Of(LabelledProvision provision)
        {
            ProvisionRow row = ProvisionRow.Of(provision.Input);
            return new Example { Main = provision.Labels[0], Text = row.Text, Headings = row.Headings, LeadIn = row.LeadIn };
        }
    }

    /// <summary>What the pipeline gives.</summary>
    public sealed class Scores
    {
        /// <summary>The score of each type.</summary>
        public VBuffer<float> Score { get; set; }
    }
}
