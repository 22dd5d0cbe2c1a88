namespace PolicyAnalysis;

/// <summary>A source cannot be read as a policy: over a limit, of a format that is not read here, or not text at all.</summary>
public sealed class PolicyReadException : PolicyAnalysisException
{
    /// <summary>Makes the error with a message that says what is wrong, where, and what to do.</summary>
    /// <param name="message">The message.</param>
    public PolicyReadException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the error with a message and what caused it.</summary>
    /// <param name="message">The message.</param>
    /// <param name="innerException">The cause.</param>
    public PolicyReadException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
