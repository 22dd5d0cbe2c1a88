using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

namespace PolicyAnalysis.ML.Training;

/// <summary>Trains one label against the rest with ML.NET.</summary>
internal sealed class LabelTrainer(int seed, int dimension, TrainerSettings settings)
{
    /// <summary>A share below which a provision counts as one without the label.</summary>
    private const float Negligible = 0.02f;

    /// <summary>The model that ML.NET made, as a transformer from Features to Score.</summary>
    /// <param name="vectors">The feature vectors.</param>
    /// <param name="shares">How likely each provision has the label: 0 or 1 where a person said so, between where another classifier did.</param>
    public BinaryPredictionTransformer<LinearBinaryModelParameters> Fit(IReadOnlyList<VBuffer<float>> vectors, IReadOnlyList<float> shares)
    {
        // A context of its own: its random numbers must not depend on which label was trained before.
        var context = new MLContext(seed);
        SchemaDefinition schema = SchemaDefinition.Create(typeof(VectorRow));
        schema[nameof(VectorRow.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, dimension);
        IDataView data = context.Data.LoadFromEnumerable(Rows(vectors, shares), schema);
        return context.BinaryClassification.Trainers.SdcaNonCalibrated(new SdcaNonCalibratedBinaryTrainer.Options
        {
            FeatureColumnName = nameof(VectorRow.Features),
            LabelColumnName = nameof(VectorRow.Label),
            ExampleWeightColumnName = nameof(VectorRow.Weight),
            LossFunction = new SmoothedHingeLoss(settings.HingeSmoothing),
            L2Regularization = settings.L2Regularization,
            L1Regularization = 0,
            MaximumNumberOfIterations = settings.Iterations,
            ConvergenceTolerance = settings.Tolerance,
            NumberOfThreads = 1,
        }).Fit(data);
    }

    /// <summary>A provision that has the label only in part becomes two rows, one of each kind.</summary>
    private static IEnumerable<VectorRow> Rows(IReadOnlyList<VBuffer<float>> vectors, IReadOnlyList<float> shares)
    {
        var row = new VectorRow();
        for (int i = 0; i < vectors.Count; i++)
        {
            row.Features = vectors[i];
            if (shares[i] >= Negligible)
            {
                row.Label = true;
                row.Weight = shares[i];
                yield return row;
            }

            if (shares[i] <= 1 - Negligible)
            {
                row.Label = false;
                row.Weight = shares[i] >= Negligible ? 1 - shares[i] : 1;
                yield return row;
            }
        }
    }
}
