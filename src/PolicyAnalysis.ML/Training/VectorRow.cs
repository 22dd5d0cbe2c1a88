using Microsoft.ML.Data;

namespace PolicyAnalysis.ML.Training;

/// <summary>One row as ML.NET's trainers read it.</summary>
internal sealed class VectorRow
{
    /// <summary>The feature vector.</summary>
    public VBuffer<float> Features { get; set; }

    /// <summary>Whether the provision has the label that is being trained.</summary>
    public bool Label { get; set; }

    /// <summary>How much the row counts.</summary>
    public float Weight { get; set; }
}
