using System.Text;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace PolicyAnalysis.Pdf.Layout;

/// <summary>
/// Reckons before any page is drawn how many bytes of content the drawing would go through: forms draw other forms, so a small
/// file can ask for more work than could ever be done.
/// </summary>
internal sealed class DrawingCost
{
    /// <summary>What drawing a form counts beside its content.</summary>
    private const double CostOfForm = 100;

    private readonly PdfDocument _document;
    private readonly IFilterProvider _filters;
    private readonly Dictionary<IndirectReference, Drawing> _forms = [];
    private readonly Dictionary<IndirectReference, double> _costs = [];
    private readonly List<Drawing> _pages = [];

    private DrawingCost(PdfDocument document, IFilterProvider filters)
    {
        _document = document;
        _filters = filters;
    }

    /// <summary>The bytes that the drawing of all pages goes through; infinite where forms draw themselves.</summary>
    public static double Of(PdfDocument document, IFilterProvider filters, CancellationToken cancellationToken)
    {
        var cost = new DrawingCost(document, filters);
        List<(IndirectReference Reference, IToken Token)> objects = [.. cost.Objects(cancellationToken)];
        foreach ((IndirectReference reference, IToken token) in objects)
        {
            if (token is StreamToken form && IsNamed(form.StreamDictionary, NameToken.Subtype, "Form"))
                cost._forms[reference] = cost.Read([form], cost.Resources(form.StreamDictionary));
        }

        if (cost._forms.Count == 0)
            return 0;
        foreach ((_, IToken token) in objects)
        {
            if (token is DictionaryToken page && IsNamed(page, NameToken.Type, "Page"))
                cost._pages.Add(cost.Read(cost.Contents(page), cost.Resources(page)));
        }

        return cost._pages.Sum(page => page.Length + page.Drawn.Sum(drawn => drawn.Times * cost.CostOf(drawn.Form)));
    }

    private IEnumerable<(IndirectReference Reference, IToken Token)> Objects(CancellationToken cancellationToken)
    {
        foreach (IndirectReference reference in _document.Structure.CrossReferenceTable.ObjectOffsets.Keys)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Resolve(new IndirectReferenceToken(reference)) is { } token)
                yield return (reference, token);
        }
    }

    /// <summary>What a form costs, in one walk over those it draws, without recursion.</summary>
    private double CostOf(IndirectReference form)
    {
        var pending = new Stack<(IndirectReference Form, bool IsDone)>([(form, false)]);
        while (pending.TryPop(out (IndirectReference Form, bool IsDone) next))
        {
            if (!_forms.TryGetValue(next.Form, out Drawing? drawing))
            {
                _costs[next.Form] = 0;
            }
            else if (next.IsDone)
            {
                _costs[next.Form] = CostOfForm + drawing.Length + drawing.Drawn.Sum(drawn => drawn.Times * _costs.GetValueOrDefault(drawn.Form, double.PositiveInfinity));
            }
            else if (_costs.TryAdd(next.Form, double.PositiveInfinity))
            {
                pending.Push((next.Form, true));
                foreach ((IndirectReference inner, _) in drawing.Drawn)
                    pending.Push((inner, false));
            }
        }

        return _costs[form];
    }

    private Drawing Read(List<StreamToken> streams, DictionaryToken? resources)
    {
        if (resources is null || !resources.TryGet(NameToken.Xobject, out IToken named) || Resolve(named) is not DictionaryToken objects)
            return new Drawing(0, []);
        double length = 0;
        var drawn = new List<(IndirectReference, int)>();
        foreach (StreamToken stream in streams)
        {
            ReadOnlySpan<byte> content = Unpack(stream).Span;
            length += content.Length;
            foreach (string name in DrawnNames(content))
            {
                if (objects.TryGet(NameToken.Create(name), out IToken token) && token is IndirectReferenceToken reference)
                    drawn.Add((reference.Data, 1));
            }
        }

        return new Drawing(length, [.. drawn.GroupBy(item => item.Item1).Select(group => (group.Key, group.Count()))]);
    }

    private Memory<byte> Unpack(StreamToken stream)
    {
        try
        {
            return stream.Decode(_filters);
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            // What cannot be unpacked draws nothing; a passed limit is told when the pages are read.
            return Memory<byte>.Empty;
        }
    }

    /// <summary>The names before each <c>Do</c> of a content stream.</summary>
    private static List<string> DrawnNames(ReadOnlySpan<byte> content)
    {
        var names = new List<string>();
        int position = 0;
        while (content[position..].IndexOf("Do"u8) is >= 0 and var found)
        {
            int at = position + found;
            position = at + 2;
            int end = at;
            while (end > 0 && content[end - 1] <= ' ')
                end--;
            int start = end;
            while (start > 0 && end - start < 200 && content[start - 1] != '/' && content[start - 1] > ' ')
                start--;
            if (start > 0 && start < end && content[start - 1] == '/')
                names.Add(Unescaped(Encoding.Latin1.GetString(content[start..end])));
        }

        return names;
    }

    /// <summary>A name may write its letters as number signs with two digits.</summary>
    private static string Unescaped(string name)
    {
        if (!name.Contains('#', StringComparison.Ordinal))
            return name;
        var plain = new StringBuilder(name.Length);
        for (int index = 0; index < name.Length; index++)
        {
            if (name[index] == '#' && index + 2 < name.Length && char.IsAsciiHexDigit(name[index + 1]) && char.IsAsciiHexDigit(name[index + 2]))
            {
                plain.Append((char)Convert.FromHexString(name.AsSpan(index + 1, 2))[0]);
                index += 2;
            }
            else
            {
                plain.Append(name[index]);
            }
        }

        return plain.ToString();
    }

    private List<StreamToken> Contents(DictionaryToken page)
    {
        if (!page.TryGet(NameToken.Contents, out IToken contents))
            return [];
        return Resolve(contents) switch
        {
            StreamToken stream => [stream],
            ArrayToken parts => [.. parts.Data.Select(Resolve).OfType<StreamToken>()],
            _ => [],
        };
    }

    /// <summary>The resources of a page or a form; a page may leave them to what stands above it.</summary>
    private DictionaryToken? Resources(DictionaryToken owner)
    {
        for (int depth = 0; depth < 50; depth++)
        {
            if (owner.TryGet(NameToken.Resources, out IToken resources))
                return Resolve(resources) as DictionaryToken;
            if (!owner.TryGet(NameToken.Parent, out IToken parent) || Resolve(parent) is not DictionaryToken above)
                return null;
            owner = above;
        }

        return null;
    }

    private IToken? Resolve(IToken token)
    {
        try
        {
            for (int depth = 0; token is IndirectReferenceToken reference && depth < 20; depth++)
                token = _document.Structure.GetObject(reference.Data).Data;
            return token;
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            // A damaged object draws nothing; whether the file can be read is decided when its pages are.
            return null;
        }
    }

    private static bool IsNamed(DictionaryToken dictionary, NameToken key, string value) => dictionary.TryGet(key, out IToken token) && token is NameToken name && name.Data == value;

    private sealed record Drawing(double Length, List<(IndirectReference Form, int Times)> Drawn);
}
