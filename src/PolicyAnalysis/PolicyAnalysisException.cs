namespace PolicyAnalysis;

/// <summary>The base of every error that the library raises for bad input: it says what, where, and what to do.</summary>
public class PolicyAnalysisException : Exception
{
    /// <summary>Makes the error with a message that says what is wrong, where, and what to do.</summary>
    /// <param name="message">The message.</param>
    public PolicyAnalysisException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the error with a message and what caused it.</summary>
    /// <param name="message">The message.</param>
    /// <param name="innerException">The cause.</param>
    public PolicyAnalysisException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
