namespace PolicyAnalysis.Archive.Records;

/// <summary>The provisions of a policy with their labels as bytes; what repeats from the provision before is not written again.</summary>
internal static class ProvisionRecords
{
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
    }

    public static void Write(RecordWriter writer, IReadOnlyList<AnalyzedProvision> provisions)
    {
        int cursor = 0;
        Provision? before = null;
        writer.Number(provisions.Count);
        foreach (AnalyzedProvision analyzed in provisions)
        {
            Provision provision = analyzed.Provision;
            Parts parts = PartsOf(analyzed, before);
            writer.Text(provision.Id);
            writer.Number((int)provision.Kind);
            writer.Number((int)parts);
            AnalysisRecord.WriteRange(writer, provision.Range, ref cursor);
            WritePosition(writer, provision.Position, before?.Position ?? default);
            if (parts.HasFlag(Parts.Headings))
                WriteTexts(writer, provision.Headings);
            if (parts.HasFlag(Parts.Number))
                writer.Text(provision.Number);
            if (parts.HasFlag(Parts.LeadIn))
            {
                int start = provision.Range.Start;
                writer.Text(provision.LeadIn);
                writer.Number(provision.LeadInRange is null ? 0 : 1);
                if (provision.LeadInRange is { } range)
                    AnalysisRecord.WriteRange(writer, range, ref start);
            }

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
                WriteLabels(writer, analyzed.Labels);
            before = provision;
        }
    }

    public static IReadOnlyList<AnalyzedProvision> Read(ref RecordReader reader, string text)
    {
        int cursor = 0;
        Provision? before = null;
        var provisions = new AnalyzedProvision[reader.Count()];
        for (int index = 0; index < provisions.Length; index++)
        {
            string id = reader.RequiredText();
            ProvisionKind kind = reader.Choice<ProvisionKind>();
            var parts = (Parts)reader.Integer();
            TextRange range = AnalysisRecord.ReadRange(ref reader, text, ref cursor);
            SourcePosition position = ReadPosition(ref reader, before?.Position ?? default);
            IReadOnlyList<string> headings = parts.HasFlag(Parts.Headings) ? ReadTexts(ref reader) : before?.Headings ?? [];
            string? number = parts.HasFlag(Parts.Number) ? reader.Text() : null;
            string? leadIn = parts.HasFlag(Parts.SameLeadIn) ? before?.LeadIn : null;
            TextRange? leadInRange = parts.HasFlag(Parts.SameLeadIn) ? before?.LeadInRange : null;
            if (parts.HasFlag(Parts.LeadIn))
            {
                int start = range.Start;
                leadIn = reader.Text();
                leadInRange = reader.Number() == 0 ? null : AnalysisRecord.ReadRange(ref reader, text, ref start);
            }

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
                Text = range.Of(text),
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
            provisions[index] = new AnalyzedProvision { Provision = before, Labels = parts.HasFlag(Parts.Labels) ? ReadLabels(ref reader) : [] };
        }

        return provisions;
    }

    private static Parts PartsOf(AnalyzedProvision analyzed, Provision? before)
    {
        Provision provision = analyzed.Provision;
        Parts parts = Parts.None;
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

    private static void WritePosition(RecordWriter writer, SourcePosition position, SourcePosition before)
    {
        writer.Number(position.Offset - before.Offset);
        writer.Number(position.Line - before.Line);
        writer.Number(position.Column);
    }

    private static SourcePosition ReadPosition(ref RecordReader reader, SourcePosition before) =>
        new(before.Offset + reader.Integer(), before.Line + reader.Integer(), reader.Integer());

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

    private static void WriteLabels(RecordWriter writer, IReadOnlyList<ProvisionLabel> labels)
    {
        writer.Number(labels.Count);
        foreach (ProvisionLabel label in labels)
        {
            writer.Text(label.Type);
            writer.Decimal(label.Score);
            writer.Number(label.Evidence.Count);
            foreach (LabelEvidence evidence in label.Evidence)
            {
                writer.Number(evidence.Range.Start);
                writer.Number(evidence.Range.Length);
                writer.Decimal(evidence.Weight);
            }
        }
    }

    private static ProvisionLabel[] ReadLabels(ref RecordReader reader)
    {
        var labels = new ProvisionLabel[reader.Count()];
        for (int index = 0; index < labels.Length; index++)
        {
            string type = reader.RequiredText();
            double score = reader.Decimal();
            var evidence = new LabelEvidence[reader.Count()];
            for (int place = 0; place < evidence.Length; place++)
            {
                int start = reader.Integer();
                evidence[place] = new LabelEvidence { Range = new TextRange(start, checked(start + reader.Integer())), Weight = reader.Decimal() };
            }

            labels[index] = new ProvisionLabel { Type = type, Score = score, Evidence = evidence };
        }

        return labels;
    }
}
