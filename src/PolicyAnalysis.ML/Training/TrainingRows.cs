using PolicyAnalysis.Classification;
using PolicyAnalysis.ML.Data;

namespace PolicyAnalysis.ML.Training;

/// <summary>Everything that is learned from, as rows: the provisions and how likely each has each label.</summary>
internal sealed record TrainingRows
{
    public required string[] Labels { get; init; }

    public required ProvisionInput[] Inputs { get; init; }

    public required float[][] Shares { get; init; }

    /// <summary>The rows of labelled and additional provisions, in that order.</summary>
    public static TrainingRows Of(TrainingData data)
    {
        LabelledProvision[] read = [.. data.Labelled, .. data.Additional];
        string[] labels = [.. data.Taxonomy.Types.Select(type => type.Id)];
        return new TrainingRows
        {
            Labels = labels,
            Inputs = Array.ConvertAll(read, provision => provision.Input),
            Shares = [.. TruthTable.Of(read, data.Taxonomy).Select(row => Array.ConvertAll(row, has => has ? 1f : 0f))],
        };
    }
}
