using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace PolicyAnalysis.Pdf.Tests;

/// <summary>Writes PDFs by hand, where a test needs what the builder cannot write: any character, turned text, forms, streams that swell.</summary>
internal sealed class RawPdf
{
    private readonly List<string> _characters = [];
    private readonly StringBuilder _content = new();
    private readonly List<byte[]> _objects = [];

    /// <summary>Sets a text at a point; each character is half the size wide.</summary>
    public RawPdf At(double x, double y, string text, double size = 10) => Draw(text, string.Create(CultureInfo.InvariantCulture, $"/F1 {size} Tf 1 0 0 1 {x} {y} Tm"));

    /// <summary>Sets a text that runs upwards from a point.</summary>
    public RawPdf Upwards(double x, double y, string text) => Draw(text, string.Create(CultureInfo.InvariantCulture, $"/F1 10 Tf 0 1 -1 0 {x} {y} Tm"));

    /// <summary>Sets a text that is read from the right: it ends at the point, and its letters go to the left.</summary>
    public RawPdf FromTheRight(double right, double y, string text)
    {
        for (int index = 0; index < text.Length; index++)
            At(right - (5 * (index + 1)), y, text[index].ToString());
        return this;
    }

    /// <summary>Adds an object, and returns its number.</summary>
    public int Add(string dictionary, byte[]? stream = null)
    {
        byte[] body = stream is null ? [] : [.. Encoding.Latin1.GetBytes("\nstream\n"), .. stream, .. Encoding.Latin1.GetBytes("\nendstream")];
        string length = stream is null ? dictionary : string.Create(CultureInfo.InvariantCulture, $"<< /Length {stream.Length}{dictionary[2..]}");
        _objects.Add([.. Encoding.Latin1.GetBytes(length), .. body]);
        return _objects.Count + FirstFree;
    }

    public RawPdf Operators(string operators)
    {
        _content.Append(operators).Append('\n');
        return this;
    }

    /// <summary>The file; <paramref name="resources"/> stand beside the font.</summary>
    public byte[] Build(string resources = "")
    {
        var codes = new StringBuilder("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CMapName /T def\n/CMapType 2 def\n1 begincodespacerange\n<00> <FF>\nendcodespacerange\n");
        codes.Append(CultureInfo.InvariantCulture, $"{_characters.Count} beginbfchar\n");
        for (int index = 0; index < _characters.Count; index++)
            codes.Append(CultureInfo.InvariantCulture, $"<{index + 33:X2}> <{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(_characters[index]))}>\n");
        codes.Append("endbfchar\nendcmap\nend\nend\n");
        string widths = string.Join(' ', Enumerable.Repeat("500", 223));
        string names = string.Join(' ', Enumerable.Range(33, 223).Select(code => string.Create(CultureInfo.InvariantCulture, $"/g{code}")));
        byte[][] fixedObjects =
        [
            Encoding.Latin1.GetBytes("<< /Type /Catalog /Pages 2 0 R >>"),
            Encoding.Latin1.GetBytes("<< /Type /Pages /Kids [3 0 R] /Count 1 >>"),
            Encoding.Latin1.GetBytes($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> {resources} >> >>"),
            Stream(_content.ToString()),
            Encoding.Latin1.GetBytes($"<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1000 1000] /FontMatrix [0.001 0 0 0.001 0 0] /CharProcs << >> /Encoding << /Type /Encoding /Differences [33 {names}] >> /FirstChar 33 /LastChar 255 /Widths [{widths}] /Resources << >> /ToUnicode 6 0 R >>"),
            Stream(codes.ToString()),
        ];
        var file = new List<byte>(Encoding.Latin1.GetBytes("%PDF-1.7\n"));
        var places = new List<int>();
        foreach (byte[] body in fixedObjects.Concat(_objects))
        {
            places.Add(file.Count);
            file.AddRange(Encoding.Latin1.GetBytes($"{places.Count} 0 obj\n"));
            file.AddRange(body);
            file.AddRange(Encoding.Latin1.GetBytes("\nendobj\n"));
        }

        int table = file.Count;
        file.AddRange(Encoding.Latin1.GetBytes($"xref\n0 {places.Count + 1}\n0000000000 65535 f \n" + string.Concat(places.Select(place => place.ToString("D10", CultureInfo.InvariantCulture) + " 00000 n \n"))));
        file.AddRange(Encoding.Latin1.GetBytes($"trailer\n<< /Size {places.Count + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n"));
        return [.. file];
    }

    /// <summary>A stream that unpacks to a number of spaces.</summary>
    public static byte[] Packed(int length)
    {
        using var packed = new MemoryStream();
        using (var writer = new ZLibStream(packed, CompressionLevel.SmallestSize))
        {
            byte[] spaces = Encoding.Latin1.GetBytes(new string(' ', 1 << 20));
            for (int written = 0; written < length; written += spaces.Length)
                writer.Write(spaces);
        }

        return packed.ToArray();
    }

    private const int FirstFree = 6;

    private static byte[] Stream(string content) => Encoding.Latin1.GetBytes(string.Create(CultureInfo.InvariantCulture, $"<< /Length {content.Length} >>\nstream\n{content}\nendstream"));

    private RawPdf Draw(string text, string placing)
    {
        var codes = new StringBuilder();
        foreach (char character in text)
        {
            string written = character.ToString();
            int code = _characters.IndexOf(written);
            if (code < 0)
            {
                code = _characters.Count;
                _characters.Add(written);
            }

            codes.Append((code + 33).ToString("X2", CultureInfo.InvariantCulture));
        }

        return Operators($"BT {placing} <{codes}> Tj ET");
    }
}
