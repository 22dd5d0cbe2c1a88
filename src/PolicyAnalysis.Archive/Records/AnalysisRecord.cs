using System.Globalization;
using PolicyAnalysis.Documents;

namespace PolicyAnalysis.Archive.Records;

/// <summary>
/// An analysis as bytes: everything of an <see cref="AnalyzedPolicy"/> but its canonical text and its versions, which the
/// archive keeps apart. What follows from the text is not written again: words that stand in it are told by their place, an
/// id by its rule, the end of a line by nothing. Places are distances, so that an edit changes few bytes after it.
/// </summary>
/// <remarks>Nothing is taken for granted: what does not follow by the rules of this format is written as it is.</remarks>
internal static class AnalysisRecord
{
    private const int Format = 2;

    public static byte[] Write(AnalyzedPolicy policy)
    {
        var writer = new RecordWriter();
        writer.Number(Format);
        WriteDocument(writer, policy.Document);
        new ProvisionRecords(policy.Document.Text, policy.Document.Blocks).Write(writer, policy.Provisions);
        return writer.ToArray();
    }

    /// <param name="record">The bytes.</param>
    /// <param name="text">The canonical text.</param>
    /// <param name="source">The source's hash and length, which the archive keeps apart.</param>
    /// <param name="versions">What made the analysis.</param>
    /// <exception cref="PolicyArchiveException">The record is damaged or of a later format.</exception>
    public static AnalyzedPolicy Read(ReadOnlySpan<byte> record, string text, (string Sha256, long Length) source, AnalysisVersions versions)
    {
        try
        {
            var reader = new RecordReader(record);
            if (reader.Number() is not Format and var format)
                throw new PolicyArchiveException(ArchiveProblem.NotAnArchive, string.Create(CultureInfo.InvariantCulture, $"An analysis has format {format}, this version reads format {Format}; use a version of the library that reads it."));
            PolicyDocument document = ReadDocument(ref reader, text, source);
            IReadOnlyList<AnalyzedProvision> provisions = new ProvisionRecords(text, document.Blocks).Read(ref reader);
            return reader.IsAtEnd
                ? new AnalyzedPolicy { Document = document, Provisions = provisions, Versions = versions }
                : throw new FormatException("the record goes on after its end");
        }
        catch (Exception problem) when (problem is FormatException or ArgumentException or OverflowException)
        {
            throw new PolicyArchiveException(ArchiveProblem.Damaged, $"The stored analysis of {source.Sha256} is damaged ({problem.Message}); verify the archive and go back to a copy.", problem);
        }
    }

    /// <summary>Reads only what stands at the record's beginning: title, language, kind of policy and how sure it is.</summary>
    /// <exception cref="PolicyArchiveException">The record is damaged.</exception>
    public static (string? Title, string? Language, PolicyDocumentType Type, double Score) ReadFace(ReadOnlySpan<byte> record)
    {
        try
        {
            var reader = new RecordReader(record);
            reader.Number();
            reader.RequiredText();
            reader.Text();
            reader.Number();
            reader.Text();
            return (reader.Text(), reader.Text(), reader.Choice<PolicyDocumentType>(), reader.Decimal());
        }
        catch (FormatException problem)
        {
            throw new PolicyArchiveException(ArchiveProblem.Damaged, $"A stored analysis is damaged ({problem.Message}); verify the archive and go back to a copy.", problem);
        }
    }

    /// <summary>A range as the distance from the end of the one before, and its length.</summary>
    public static void WriteRange(RecordWriter writer, TextRange range, ref int cursor)
    {
        writer.Number(range.Start - cursor);
        writer.Number(range.Length);
        cursor = range.End;
    }

    public static TextRange ReadRange(ref RecordReader reader, string text, ref int cursor)
    {
        int start = checked(cursor + reader.Integer());
        int end = checked(start + reader.Integer());
        if (start < 0 || end < start || end > text.Length)
            throw new FormatException("a range lies outside the text");
        cursor = end;
        return new TextRange(start, end);
    }

    /// <summary>A range that is expected to reach to the end of its line.</summary>
    public static void WriteLine(RecordWriter writer, TextRange range, string text, ref int cursor)
    {
        writer.Number(range.Start - cursor);
        writer.Number(range.End - LineEnd(text, range.Start));
        cursor = range.End;
    }

    public static TextRange ReadLine(ref RecordReader reader, string text, ref int cursor)
    {
        int start = checked(cursor + reader.Integer());
        if (start < 0 || start > text.Length)
            throw new FormatException("a range lies outside the text");
        int end = checked(LineEnd(text, start) + reader.Integer());
        if (end < start || end > text.Length)
            throw new FormatException("a range lies outside the text");
        cursor = end;
        return new TextRange(start, end);
    }

    private static int LineEnd(string text, int start)
    {
        int length = text.AsSpan(start).IndexOf('\n');
        return length < 0 ? text.Length : start + length;
    }

    private static void WriteDocument(RecordWriter writer, PolicyDocument document)
    {
        PolicySource source = document.Source;
        writer.Text(source.Name);
        writer.Text(source.Address?.OriginalString);
        writer.Number((int)source.MediaType);
        writer.Text(source.Charset);
        writer.Text(document.Title);
        writer.Text(document.Language);
        writer.Number((int)document.DocumentType);
        writer.Decimal(document.DocumentTypeScore);
        BlockRecords.Write(writer, document.Blocks, document.Text);
        int cursor = 0;
        writer.Number(document.Links.Count);
        foreach (DocumentLink link in document.Links)
        {
            WriteRange(writer, link.Range, ref cursor);
            writer.Text(link.Target);
        }

        cursor = 0;
        writer.Number(document.Dates.Count);
        foreach (StatedDate date in document.Dates)
        {
            writer.Number((int)date.Kind);
            writer.Number(date.Date.DayNumber);
            WriteRange(writer, date.Range, ref cursor);
        }

        cursor = 0;
        writer.Number(document.Diagnostics.Count);
        foreach (PolicyDiagnostic diagnostic in document.Diagnostics)
        {
            writer.Text(diagnostic.Code);
            writer.Text(diagnostic.Message);
            writer.Number(diagnostic.Range is null ? 0 : 1);
            if (diagnostic.Range is { } range)
                WriteRange(writer, range, ref cursor);
        }
    }

    private static PolicyDocument ReadDocument(ref RecordReader reader, string text, (string Sha256, long Length) source)
    {
        var origin = new PolicySource
        {
            Name = reader.RequiredText(),
            Address = reader.Text() is { } address ? new Uri(address, UriKind.RelativeOrAbsolute) : null,
            MediaType = reader.Choice<PolicyMediaType>(),
            Charset = reader.Text(),
            Sha256 = source.Sha256,
            ByteLength = source.Length,
        };
        string? title = reader.Text();
        string? language = reader.Text();
        PolicyDocumentType type = reader.Choice<PolicyDocumentType>();
        double typeScore = reader.Decimal();
        DocumentBlock[] blocks = BlockRecords.Read(ref reader, text);

        int cursor = 0;
        var links = new DocumentLink[reader.Count()];
        for (int index = 0; index < links.Length; index++)
            links[index] = new DocumentLink { Range = ReadRange(ref reader, text, ref cursor), Target = reader.RequiredText() };

        cursor = 0;
        var dates = new StatedDate[reader.Count()];
        for (int index = 0; index < dates.Length; index++)
            dates[index] = new StatedDate { Kind = reader.Choice<StatedDateKind>(), Date = DateOnly.FromDayNumber(reader.Integer()), Range = ReadRange(ref reader, text, ref cursor) };

        cursor = 0;
        var diagnostics = new PolicyDiagnostic[reader.Count()];
        for (int index = 0; index < diagnostics.Length; index++)
        {
            string code = reader.RequiredText();
            string message = reader.RequiredText();
            diagnostics[index] = new PolicyDiagnostic { Code = code, Message = message, Range = reader.Number() == 0 ? null : ReadRange(ref reader, text, ref cursor) };
        }

        return new PolicyDocument
        {
            Source = origin,
            Text = text,
            Title = title,
            Language = language,
            DocumentType = type,
            DocumentTypeScore = typeScore,
            Blocks = blocks,
            Links = links,
            Dates = dates,
            // Not in the record, for it follows from what is.
            Jurisdictions = StatedJurisdictionReader.Read(title, text, blocks, origin.Address, language),
            Diagnostics = diagnostics,
        };
    }
}
