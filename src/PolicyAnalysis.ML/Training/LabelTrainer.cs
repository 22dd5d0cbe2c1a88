using Microsoft.ML;
using Microsoft.ML.Calibrators;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

namespace PolicyAnalysis.ML.Training;

/// <summary>Trains one label against the rest with ML.NET.</summary>
internal sealed class LabelTrainer(int seed, int dimension, TrainerSettings settings)
{
    /// <summary>The model that ML.NET made, as a transformer from Features to Score.</summary>
    public BinaryPredictionTransformer<CalibratedModelParametersBase<LinearBinaryModelParameters, PlattCalibrator>> Fit(IReadOnlyList<VBuffer<float>> vectors, IReadOnlyList<bool> labels)
    {
        // A context of its own: its random numbers must not depend on which label was trained before.
        var context = new MLContext(seed);
        SchemaDefinition schema = SchemaDefinition.Create(typeof(VectorRow));
        schema[nameof(VectorRow.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, dimension);
        IDataView data = context.Data.LoadFromEnumerable(Rows(vectors, labels), schema);
        return context.BinaryClassification.Trainers.SdcaLogisticRegression(new SdcaLogisticRegressionBinaryTrainer.Options
        {
            FeatureColumnName = nameof(VectorRow.Features),
            LabelColumnName = nameof(VectorRow.Label),
            L2Regularization = settings.L2Regularization,
            L1Regularization = 0,
            MaximumNumberOfIterations = settings.Iterations,
            ConvergenceTolerance = settings.Tolerance,
            PositiveInstanceWeight = settings.PositiveWeight,
            NumberOfThreads = 1,
        }).Fit(data);
    }

    private static IEnumerable<VectorRow> Rows(IReadOnlyList<VBuffer<float>> vectors, IReadOnlyList<bool> labels)
    {
        var row = new VectorRow();
        for (int i = 0; i < vectors.Count; i++)
        {
            row.Features = vectors[i];
            row.Label = labels[i];
            yield return row;
        }
    }
}
