using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

namespace PolicyAnalysis.ML.Training;

/// <summary>The models that ML.NET made, one a label, over one vocabulary.</summary>
internal sealed record OneVersusRestModel
{
    public required IReadOnlyList<string> Labels { get; init; }

    public required FeatureVocabulary Vocabulary { get; init; }

    public required BinaryPredictionTransformer<LinearBinaryModelParameters>[] Transformers { get; init; }

    /// <summary>The weights, one column a label.</summary>
    public float[][] Columns => [.. Transformers.Select(transformer => transformer.Model.Weights.ToArray())];

    /// <summary>The bias of each label.</summary>
    public float[] Bias => [.. Transformers.Select(transformer => transformer.Model.Bias)];

    /// <summary>One ML.NET transformer from <see cref="ProvisionRow"/> to the vector of raw scores.</summary>
    public ITransformer ToTransformer(MLContext context)
    {
        SchemaDefinition features = SchemaDefinition.Create(typeof(VectorRow));
        features[nameof(VectorRow.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, Vocabulary.Count);
        IDataView empty = context.Data.LoadFromEnumerable<ProvisionRow>([]);
        var steps = new List<ITransformer>();
        var mapping = context.Transforms.CustomMapping<ProvisionRow, VectorRow>(Map, contractName: null, outputSchemaDefinition: features).Fit(empty);
        steps.Add(mapping);
        IDataView view = mapping.Transform(empty);
        string[] columns = new string[Labels.Count];
        for (int i = 0; i < Labels.Count; i++)
        {
            columns[i] = "Score." + Labels[i];
            var copy = context.Transforms.CopyColumns(columns[i], "Score").Fit(view = Transformers[i].Transform(view));
            view = copy.Transform(view);
            steps.Add(Transformers[i]);
            steps.Add(copy);
        }

        steps.Add(context.Transforms.Concatenate(nameof(ScoreRow.Scores), columns).Fit(view));
        return new TransformerChain<ITransformer>([.. steps]);
    }

    private void Map(ProvisionRow row, VectorRow vector)
    {
        (int[] numbers, float[] values) = Vocabulary.Vectorize(row.ToInput());
        vector.Features = new VBuffer<float>(Vocabulary.Count, numbers.Length, values, numbers);
    }
}
