namespace PolicyAnalysis.Archive.Records;

/// <summary>The headings above a provision as bytes: how many stay from the provision before, and which headings passed since follow.</summary>
/// <remarks>Not thread-safe; one for each record that is written or read.</remarks>
internal sealed class HeadingRecords
{
    private readonly List<string> _passed = [];

    /// <summary>Tells of a provision that was written or read.</summary>
    public void Passed(Provision provision)
    {
        if (provision.Kind == ProvisionKind.Heading)
            _passed.Add(provision.Text);
    }

    public void Write(RecordWriter writer, IReadOnlyList<string> headings, IReadOnlyList<string> before)
    {
        int stay = 0;
        while (stay < Math.Min(headings.Count, before.Count) && string.Equals(headings[stay], before[stay], StringComparison.Ordinal))
            stay++;
        writer.Number(stay);
        writer.Number(headings.Count - stay);
        for (int index = stay; index < headings.Count; index++)
        {
            int back = _passed.Count - _passed.LastIndexOf(headings[index]);
            // A heading that was not passed would be one more back than there are.
            bool isKnown = back <= _passed.Count;
            writer.Number(isKnown ? back : 0);
            if (!isKnown)
                writer.Text(headings[index]);
        }
    }

    public string[] Read(ref RecordReader reader, IReadOnlyList<string> before)
    {
        int stay = reader.Integer();
        int count = reader.Count();
        if (stay < 0 || stay > before.Count)
            throw new FormatException("a provision has a heading that was not written");
        string[] headings = new string[stay + count];
        for (int index = 0; index < headings.Length; index++)
        {
            if (index < stay)
            {
                headings[index] = before[index];
                continue;
            }

            int back = reader.Integer();
            if (back < 0 || back > _passed.Count)
                throw new FormatException("a provision has a heading that was not written");
            headings[index] = back == 0 ? reader.RequiredText() : _passed[^back];
        }

        return headings;
    }
}
