namespace PolicyAnalysis.Provisions;

/// <summary>Finds the sentence that introduces a list or a table: the block before it, or the item a nested list hangs on.</summary>
internal sealed class LeadIns
{
    /// <summary>A paragraph without a colon introduces a list only where it is this short.</summary>
    private const int LongestWithoutColon = 300;

    private readonly Dictionary<int, TextRange?> _ofList = [];
    private readonly Dictionary<int, TextRange?> _ofTable = [];
    private TextRange? _candidate;

    /// <summary>The lead-in of a block, or nothing.</summary>
    public TextRange? For(DocumentBlock block)
    {
        if (block.ListIndex >= 0)
            return Remember(_ofList, block.ListIndex);
        return block.TableIndex >= 0 ? Remember(_ofTable, block.TableIndex) : null;
    }

    /// <summary>Tells that a block was read, so that it may introduce what follows.</summary>
    public void Passed(DocumentBlock block, string text)
    {
        ReadOnlySpan<char> trimmed = text.AsSpan().TrimEnd();
        bool colon = !trimmed.IsEmpty && trimmed[^1] is ':' or '：';
        _candidate = block.Kind switch
        {
            DocumentBlockKind.Heading or DocumentBlockKind.TableHeader or DocumentBlockKind.TableRow => null,
            DocumentBlockKind.ListItem => colon ? block.Range : null,
            _ => colon || text.Length <= LongestWithoutColon ? block.Range : null,
        };
    }

    private TextRange? Remember(Dictionary<int, TextRange?> known, int index)
    {
        if (!known.TryGetValue(index, out TextRange? leadIn))
        {
            leadIn = _candidate;
            known.Add(index, leadIn);
        }

        return leadIn;
    }
}
