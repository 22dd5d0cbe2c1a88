namespace PolicyAnalysis.Archive.Records;

/// <summary>The provisions of a policy with their labels as bytes; what repeats from the provision before is not written again.</summary>
/// <remarks>Not thread-safe; one for each record that is written or read.</remarks>
internal sealed class ProvisionRecords(string text, IReadOnlyList<DocumentBlock> blocks)
{
    /// <summary>A provision is looked for among so many blocks after that of the provision before.</summary>
    private const int FurthestBlock = 64;

    [Flags]
    private enum Parts
    {
        None = 0,
        Headings = 1,
        Number = 2,
        LeadIn = 4,
        SameLeadIn = 8,
        TableHeaders = 16,
        SameTableHeaders = 32,
        Cells = 64,
        Labels = 128,
        Parent = 256,
        Term = 512,
        References = 1024,
        Language = 2048,
        OwnId = 4096,
    }

    private readonly LabelRecords _labels = new();
    private readonly HeadingRecords _headings = new();
    private int _block;

    public void Write(RecordWriter writer, IReadOnlyList<AnalyzedProvision> provisions)
    {
        int cursor = 0;
        Provision? before = null;
        writer.Number(provisions.Count);
        foreach (AnalyzedProvision analyzed in provisions)
        {
            Provision provision = analyzed.Provision;
            Parts parts = PartsOf(analyzed, before);
            writer.Number((int)provision.Kind);
            writer.Number((int)parts);
            WriteRange(writer, provision.Range, ref cursor);
            if (parts.HasFlag(Parts.OwnId))
                writer.Text(provision.Id);
            WritePosition(writer, provision, before);
            if (parts.HasFlag(Parts.Headings))
                _headings.Write(writer, provision.Headings, before?.Headings ?? []);
            if (parts.HasFlag(Parts.Number))
                writer.Text(provision.Number);
            if (parts.HasFlag(Parts.LeadIn))
                WriteLeadIn(writer, provision);
            if (parts.HasFlag(Parts.TableHeaders))
                WriteTexts(writer, provision.TableHeaders);
            if (parts.HasFlag(Parts.Cells))
                BlockRecords.WriteCells(writer, provision.Cells, provision.Range.Start);
            if (provision.ParentOrdinal is { } parent)
                writer.Number(provision.Ordinal - parent);
            if (provision.TermRange is { } term)
                WriteInner(writer, term, provision.Range);
            if (parts.HasFlag(Parts.References))
                WriteReferences(writer, provision);
            if (parts.HasFlag(Parts.Language))
                writer.Text(provision.Language);
            if (parts.HasFlag(Parts.Labels))
                _labels.Write(writer, analyzed.Labels, provision.Text);
            _headings.Passed(provision);
            before = provision;
        }
    }

    public IReadOnlyList<AnalyzedProvision> Read(ref RecordReader reader)
    {
        int cursor = 0;
        Provision? before = null;
        var provisions = new AnalyzedProvision[reader.Count()];
        for (int index = 0; index < provisions.Length; index++)
        {
            ProvisionKind kind = reader.Choice<ProvisionKind>();
            var parts = (Parts)reader.Integer();
            TextRange range = ReadRange(ref reader, ref cursor);
            string slice = range.Of(text);
            string id = parts.HasFlag(Parts.OwnId) ? reader.RequiredText() : ProvisionIds.Of(slice);
            SourcePosition position = ReadPosition(ref reader, range, before);
            IReadOnlyList<string> headings = parts.HasFlag(Parts.Headings) ? _headings.Read(ref reader, before?.Headings ?? []) : before?.Headings ?? [];
            string? number = parts.HasFlag(Parts.Number) ? reader.Text() : null;
            string? leadIn = parts.HasFlag(Parts.SameLeadIn) ? before?.LeadIn : null;
            TextRange? leadInRange = parts.HasFlag(Parts.SameLeadIn) ? before?.LeadInRange : null;
            if (parts.HasFlag(Parts.LeadIn))
                (leadIn, leadInRange) = ReadLeadIn(ref reader, range);
            IReadOnlyList<string> headers = parts.HasFlag(Parts.TableHeaders) ? ReadTexts(ref reader) : parts.HasFlag(Parts.SameTableHeaders) ? before?.TableHeaders ?? [] : [];
            TextRange[] cells = parts.HasFlag(Parts.Cells) ? BlockRecords.ReadCells(ref reader, text, range.Start) : [];
            int? parent = parts.HasFlag(Parts.Parent) ? index - reader.Integer() : null;
            TextRange? term = parts.HasFlag(Parts.Term) ? ReadInner(ref reader, text, range) : null;
            ProvisionReference[] references = parts.HasFlag(Parts.References) ? ReadReferences(ref reader, text, range) : [];
            string? language = parts.HasFlag(Parts.Language) ? reader.Text() : null;
            before = new Provision
            {
                Id = id,
                Ordinal = index,
                Kind = kind,
                Range = range,
                Text = slice,
                Headings = headings,
                Number = number,
                LeadIn = leadIn,
                LeadInRange = leadInRange,
                TableHeaders = headers,
                Cells = cells,
                ParentOrdinal = parent,
                TermRange = term,
                References = references,
                Language = language,
                Position = position,
            };
            provisions[index] = new AnalyzedProvision { Provision = before, Labels = parts.HasFlag(Parts.Labels) ? _labels.Read(ref reader, slice) : [] };
            _headings.Passed(before);
        }

        return provisions;
    }

    private static Parts PartsOf(AnalyzedProvision analyzed, Provision? before)
    {
        Provision provision = analyzed.Provision;
        Parts parts = Parts.None;
        if (!string.Equals(provision.Id, ProvisionIds.Of(provision.Text), StringComparison.Ordinal))
            parts |= Parts.OwnId;
        if (!provision.Headings.SequenceEqual(before?.Headings ?? [], StringComparer.Ordinal))
            parts |= Parts.Headings;
        if (provision.Number is not null)
            parts |= Parts.Number;
        if (provision.LeadIn is not null || provision.LeadInRange is not null)
            parts |= before is not null && provision.LeadInRange == before.LeadInRange && string.Equals(provision.LeadIn, before.LeadIn, StringComparison.Ordinal) ? Parts.SameLeadIn : Parts.LeadIn;
        if (provision.TableHeaders.Count > 0)
            parts |= before is not null && provision.TableHeaders.SequenceEqual(before.TableHeaders, StringComparer.Ordinal) ? Parts.SameTableHeaders : Parts.TableHeaders;
        if (provision.Cells.Count > 0)
            parts |= Parts.Cells;
        if (provision.ParentOrdinal is not null)
            parts |= Parts.Parent;
        if (provision.TermRange is not null)
            parts |= Parts.Term;
        if (provision.References.Count > 0)
            parts |= Parts.References;
        if (provision.Language is not null)
            parts |= Parts.Language;
        if (analyzed.Labels.Count > 0)
            parts |= Parts.Labels;
        return parts;
    }

    private static void WriteReferences(RecordWriter writer, Provision provision)
    {
        writer.Number(provision.References.Count);
        foreach (ProvisionReference reference in provision.References)
        {
            WriteInner(writer, reference.Range, provision.Range);
            writer.Text(reference.Number);
            writer.Text(reference.TargetId);
        }
    }

    private static ProvisionReference[] ReadReferences(ref RecordReader reader, string text, TextRange provision)
    {
        var references = new ProvisionReference[reader.Count()];
        for (int index = 0; index < references.Length; index++)
            references[index] = new ProvisionReference { Range = ReadInner(ref reader, text, provision), Number = reader.Text(), TargetId = reader.Text() };
        return references;
    }

    private static void WriteInner(RecordWriter writer, TextRange range, TextRange provision)
    {
        int start = provision.Start;
        AnalysisRecord.WriteRange(writer, range, ref start);
    }

    private static TextRange ReadInner(ref RecordReader reader, string text, TextRange provision)
    {
        int start = provision.Start;
        return AnalysisRecord.ReadRange(ref reader, text, ref start);
    }

    /// <summary>Most provisions are a block: then the number of blocks passed over, otherwise the range.</summary>
    private void WriteRange(RecordWriter writer, TextRange range, ref int cursor)
    {
        for (int passed = 0; passed < FurthestBlock && _block + passed < blocks.Count; passed++)
        {
            if (blocks[_block + passed].Range != range)
                continue;
            writer.Number(passed + 1);
            _block += passed + 1;
            cursor = range.End;
            return;
        }

        writer.Number(0);
        AnalysisRecord.WriteLine(writer, range, text, ref cursor);
    }

    private TextRange ReadRange(ref RecordReader reader, ref int cursor)
    {
        int passed = reader.Integer() - 1;
        if (passed < 0)
            return AnalysisRecord.ReadLine(ref reader, text, ref cursor);
        if (passed >= blocks.Count - _block)
            throw new FormatException("a provision is a block that is not there");
        _block += passed + 1;
        TextRange range = blocks[_block - 1].Range;
        cursor = range.End;
        return range;
    }

    /// <summary>A lead-in that stands in the text is told by its place.</summary>
    private void WriteLeadIn(RecordWriter writer, Provision provision)
    {
        bool isSlice = provision.LeadInRange is { } place && place.End <= text.Length && place.Of(text.AsSpan()).SequenceEqual(provision.LeadIn);
        writer.Number(isSlice ? 2 : provision.LeadInRange is null ? 0 : 1);
        if (provision.LeadInRange is { } range)
        {
            writer.Number(provision.Range.Start - range.End);
            writer.Number(range.Length);
        }

        if (!isSlice)
            writer.Text(provision.LeadIn);
    }

    private (string? LeadIn, TextRange? Range) ReadLeadIn(ref RecordReader reader, TextRange provision)
    {
        int form = reader.Integer();
        if (form == 0)
            return (reader.Text(), null);
        int end = checked(provision.Start - reader.Integer());
        int start = checked(end - reader.Integer());
        if (start < 0 || start > end || end > text.Length)
            throw new FormatException("a range lies outside the text");
        var range = new TextRange(start, end);
        return (form == 2 ? range.Of(text) : reader.Text(), range);
    }

    /// <summary>The place in the source moves as that in the text does, but for marks that are only in the source.</summary>
    private static void WritePosition(RecordWriter writer, Provision provision, Provision? before)
    {
        SourcePosition last = before?.Position ?? default;
        writer.Number(provision.Position.Offset - last.Offset - (provision.Range.Start - (before?.Range.Start ?? 0)));
        writer.Number(provision.Position.Line - last.Line);
        writer.Number(provision.Position.Column);
    }

    private static SourcePosition ReadPosition(ref RecordReader reader, TextRange range, Provision? before)
    {
        SourcePosition last = before?.Position ?? default;
        return new(checked(last.Offset + reader.Integer() + (range.Start - (before?.Range.Start ?? 0))), checked(last.Line + reader.Integer()), reader.Integer());
    }

    private static void WriteTexts(RecordWriter writer, IReadOnlyList<string> texts)
    {
        writer.Number(texts.Count);
        foreach (string text in texts)
            writer.Text(text);
    }

    private static string[] ReadTexts(ref RecordReader reader)
    {
        string[] texts = new string[reader.Count()];
        for (int index = 0; index < texts.Length; index++)
            texts[index] = reader.RequiredText();
        return texts;
    }
}
