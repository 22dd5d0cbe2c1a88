namespace PolicyAnalysis.Classification;

/// <summary>Gives provisions the types of the taxonomy.</summary>
/// <remarks>Implementations are immutable and thread-safe, and give the same labels for the same input on every machine.</remarks>
public interface IProvisionClassifier
{
    /// <summary>The classifier's name and version, for example <c>shipped/1.0.0</c>; every report carries it.</summary>
    string Version { get; }

    /// <summary>Labels one provision.</summary>
    /// <param name="input">The provision with its context.</param>
    /// <returns>The labels over their thresholds, best first; a classifier may give the best one alone where none passes. Evidence ranges point into <see cref="ProvisionInput.Text"/>.</returns>
    IReadOnlyList<ProvisionLabel> Classify(ProvisionInput input);
}
