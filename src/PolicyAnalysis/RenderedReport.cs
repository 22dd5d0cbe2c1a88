using System.Text;

namespace PolicyAnalysis;

/// <summary>A report in one of its formats, ready to be saved or written.</summary>
/// <remarks>Immutable and thread-safe. The same result rendered twice gives the same bytes, on any machine and under any culture.</remarks>
public sealed class RenderedReport
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Wraps a rendered text.</summary>
    /// <param name="content">The whole report; lines end with a line feed, records of CSV with carriage return and line feed.</param>
    /// <param name="mediaType">The media type without parameters, for example <c>text/html</c>.</param>
    public RenderedReport(string content, string mediaType)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentException.ThrowIfNullOrWhiteSpace(mediaType);
        Content = content;
        MediaType = mediaType;
    }

    /// <summary>The whole report; lines end with a line feed, records of CSV with carriage return and line feed.</summary>
    public string Content { get; }

    /// <summary>The media type without parameters: <c>text/html</c>, <c>text/markdown</c>, <c>application/json</c>, <c>application/sarif+json</c>, <c>text/csv</c> or <c>text/plain</c>.</summary>
    public string MediaType { get; }

    /// <summary>Writes the report to a file as UTF-8 without a byte order mark; a file that is there is replaced.</summary>
    /// <param name="path">The file to write.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">Writing there is not allowed.</exception>
    public void Save(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        File.WriteAllText(path, Content, Utf8);
    }

    /// <summary>Writes the report to a writer and leaves it open.</summary>
    /// <param name="writer">The writer.</param>
    public void WriteTo(TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write(Content);
    }

    /// <summary>The whole report.</summary>
    public override string ToString() => Content;
}
