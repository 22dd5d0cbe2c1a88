using System.IO.Compression;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace PolicyAnalysis.Pdf.Layout;

/// <summary>
/// Counts what a file unpacks to and how often its parts are asked for, so that a small file cannot fill the memory, and forms
/// that draw each other cannot go on without end.
/// </summary>
internal sealed class DecodingBudget(IFilterProvider inner, long mostBytes) : IFilterProvider
{
    /// <summary>No filter grows its input by more than this; deflate stays under 1,033, LZW under 2,731.</summary>
    private const long LargestRatio = 2_731;

    private const long RequestsOfFile = 20_000;
    private const long RequestsOfPage = 200;

    private long _bytes;
    private long _requests;
    private long _mostRequests = RequestsOfFile;

    /// <summary>Whether a limit was passed; the parser may have swallowed the error that said so.</summary>
    public bool IsExceeded => _bytes > mostBytes || _requests > _mostRequests;

    /// <summary>Makes room for what ordinary pages ask for.</summary>
    public void AddPages(int count) => _mostRequests += count * RequestsOfPage;

    public IReadOnlyList<IFilter> GetFilters(DictionaryToken dictionary)
    {
        _requests++;
        ThrowIfExceeded();
        return [.. inner.GetFilters(dictionary).Select(filter => new CountedFilter(filter, this))];
    }

    public IReadOnlyList<IFilter> GetNamedFilters(IReadOnlyList<NameToken> names)
    {
        _requests++;
        ThrowIfExceeded();
        return [.. inner.GetNamedFilters(names).Select(filter => new CountedFilter(filter, this))];
    }

    public IReadOnlyList<IFilter> GetAllFilters() => [.. inner.GetAllFilters().Select(filter => new CountedFilter(filter, this))];

    private void ThrowIfExceeded()
    {
        if (IsExceeded)
            throw new InvalidDataException("The file unpacks to more than the limit.");
    }

    private sealed class CountedFilter(IFilter inner, DecodingBudget budget) : IFilter
    {
        public bool IsSupported => inner.IsSupported;

        public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex)
        {
            budget.ThrowIfExceeded();
            if (input.Length * LargestRatio > budget.Left && UnpackedLength(input, streamDictionary) > budget.Left)
                budget._bytes = long.MaxValue / 2;
            budget.ThrowIfExceeded();
            Memory<byte> decoded = inner.Decode(input, streamDictionary, filterProvider, filterIndex);
            budget._bytes += decoded.Length;
            budget.ThrowIfExceeded();
            return decoded;
        }

        private long UnpackedLength(Memory<byte> input, DictionaryToken dictionary) => inner switch
        {
            FlateFilter => InflatedLength(input, budget.Left),
            LzwFilter => UnpackedSizes.OfLzw(input.Span, !dictionary.ToString().Contains("EarlyChange, 0", StringComparison.Ordinal)),
            RunLengthFilter => UnpackedSizes.OfRunLength(input.Span),
            _ => 0,
        };

        /// <summary>Counts without keeping, and only as far as the limit.</summary>
        private static long InflatedLength(Memory<byte> input, long most)
        {
            using var packed = new MemoryStream(input.ToArray());
            using var unpacked = new ZLibStream(packed, CompressionMode.Decompress);
            byte[] buffer = new byte[64 * 1024];
            long length = 0;
            try
            {
                int read;
                while (length <= most && (read = unpacked.Read(buffer)) > 0)
                    length += read;
            }
            catch (InvalidDataException)
            {
                // The parser has its own ways with damaged data; what could be unpacked is counted.
            }

            return length;
        }
    }

    private long Left => mostBytes - _bytes;
}
