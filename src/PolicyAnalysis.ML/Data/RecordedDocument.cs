using System.IO.Compression;
using System.Text.Json;

namespace PolicyAnalysis.ML.Data;

/// <summary>A recorded policy.</summary>
/// <param name="Service">The service whose policy it is.</param>
/// <param name="Terms">What kind of policy the archive says it is.</param>
/// <param name="Markdown">Its text.</param>
public sealed record RecordedDocument(string Service, string Terms, string Markdown)
{
    /// <summary>Reads documents as JSON lines with <c>service</c>, <c>terms</c> and <c>markdown</c>; a name that ends in <c>.gz</c> is unpacked.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="PolicyAnalysisException">A line has another shape; the message names file and line.</exception>
    public static IEnumerable<RecordedDocument> Read(string path)
    {
        using Stream file = File.OpenRead(path);
        using Stream content = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
        using var reader = new StreamReader(content);
        for (int line = 1; reader.ReadLine() is { } json; line++)
            yield return Parse(json, path, line);
    }

    private static RecordedDocument Parse(string json, string path, int line)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            string Text(string name) => document.RootElement.GetProperty(name).GetString() ?? throw new KeyNotFoundException(name);
            return new RecordedDocument(Text("service"), Text("terms"), Text("markdown"));
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new PolicyAnalysisException($"Line {line} of {path} is not an object with service, terms and markdown.", error);
        }
    }
}
