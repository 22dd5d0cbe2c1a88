namespace PolicyAnalysis.Classification.Features;

/// <summary>Takes the features of a provision as they are read.</summary>
internal interface IFeatureSink
{
    /// <summary>Takes one feature.</summary>
    /// <param name="key">The fingerprint of the group and the words.</param>
    /// <param name="group">Where it was seen.</param>
    /// <param name="start">The first code unit of its words in the text they were read from.</param>
    /// <param name="end">One past the last code unit; 0 where it stands for no words, or for words of the context that are not the provision's own.</param>
    void Add(uint key, FeatureGroup group, int start, int end);
}
