namespace PolicyAnalysis;

/// <summary>A catalogue pack, a profile or a rules file cannot be used: malformed, an unknown field, an id that leads nowhere.</summary>
public sealed class RegulatoryCatalogException : PolicyAnalysisException
{
    /// <summary>Makes the error with a message that says what is wrong, where, and what to do.</summary>
    /// <param name="message">The message.</param>
    public RegulatoryCatalogException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the error with a message and what caused it.</summary>
    /// <param name="message">The message.</param>
    /// <param name="innerException">The cause.</param>
    public RegulatoryCatalogException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
