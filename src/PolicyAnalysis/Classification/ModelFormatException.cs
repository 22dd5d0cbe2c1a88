namespace PolicyAnalysis.Classification;

/// <summary>A model file is damaged, of another format, or not a model at all; nothing of it was used.</summary>
public sealed class ModelFormatException : PolicyAnalysisException
{
    /// <summary>Makes the error with a message that says what is wrong with the file and what to do.</summary>
    /// <param name="message">The message.</param>
    public ModelFormatException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the error with a message and what caused it.</summary>
    /// <param name="message">The message.</param>
    /// <param name="innerException">The cause.</param>
    public ModelFormatException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
