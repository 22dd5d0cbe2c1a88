using Microsoft.ML.Data;

namespace PolicyAnalysis.ML.Training;

/// <summary>What the ML.NET transformer gives for a row.</summary>
internal sealed class ScoreRow
{
    /// <summary>The raw score of each label.</summary>
    public VBuffer<float> Scores { get; set; }
}
