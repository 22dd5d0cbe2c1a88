using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using PolicyAnalysis.Classification.Features;

namespace PolicyAnalysis.Classification.Model;

/// <summary>
/// Reads and writes the file of a compact classifier: a fixed header (magic, format, feature version, length, SHA-256) and a
/// payload of plain numbers. A file is data only; whatever stands in it, reading it ends in a model or a <see cref="ModelFormatException"/>.
/// </summary>
internal static class ModelFile
{
    /// <summary>The format that is read and written.</summary>
    public const int Format = 4;

    /// <summary>The most bytes that a payload may have.</summary>
    public const int LargestPayload = 64 * 1024 * 1024;

    private const int HeaderLength = 4 + 4 + 4 + 4 + 32;
    private const int MostLabels = 1024;
    private const int MostHidden = 4096;
    private const int MostFeatures = 4_000_000;

    private static ReadOnlySpan<byte> Magic => "PAcm"u8;

    /// <summary>Reads a model.</summary>
    /// <param name="stream">The file.</param>
    /// <param name="isOwn">Whether it is the one that this assembly holds, which is as whole as the assembly: loading what computes a checksum would take longer than all else.</param>
    /// <exception cref="ModelFormatException">The bytes are not a whole, undamaged model of this format.</exception>
    public static CompactModel Read(Stream stream, bool isOwn = false)
    {
        byte[] header = new byte[HeaderLength];
        if (stream.ReadAtLeast(header, HeaderLength, throwOnEndOfStream: false) < HeaderLength || !header.AsSpan(0, 4).SequenceEqual(Magic))
            throw new ModelFormatException("This is not a model file: it does not begin with the mark of one. Give a file that 'policy train' wrote.");
        int format = BinaryPrimitives.ReadInt32LittleEndian(header.AsSpan(4));
        if (format != Format)
            throw new ModelFormatException($"The model file has format {format}; this version of the library reads format {Format}. Train the model again.");
        int features = BinaryPrimitives.ReadInt32LittleEndian(header.AsSpan(8));
        if (features != FeatureReader.Version)
            throw new ModelFormatException($"The model was trained on features of version {features}; this version of the library reads version {FeatureReader.Version}. Train the model again.");
        int length = BinaryPrimitives.ReadInt32LittleEndian(header.AsSpan(12));
        if (length is < 0 or > LargestPayload)
            throw new ModelFormatException($"The model file states a payload of {length} bytes; 0 to {LargestPayload} are allowed.");
        byte[] payload = ReadPayload(stream, length);
        if (!isOwn && !SHA256.HashData(payload).AsSpan().SequenceEqual(header.AsSpan(16, 32)))
            throw new ModelFormatException("The model file is damaged: its checksum does not fit its content. Fetch or train it again.");
        return Parse(payload);
    }

    /// <summary>Writes a model; the same model gives the same bytes.</summary>
    public static void Write(CompactModel model, Stream stream)
    {
        byte[] payload = Payload(model);
        Span<byte> header = stackalloc byte[HeaderLength];
        Magic.CopyTo(header);
        BinaryPrimitives.WriteInt32LittleEndian(header[4..], Format);
        BinaryPrimitives.WriteInt32LittleEndian(header[8..], FeatureReader.Version);
        BinaryPrimitives.WriteInt32LittleEndian(header[12..], payload.Length);
        SHA256.HashData(payload, header[16..]);
        stream.Write(header);
        stream.Write(payload);
    }

    /// <summary>Reads in steps, so that a file that only claims to be large costs no memory.</summary>
    private static byte[] ReadPayload(Stream stream, int length)
    {
        if (stream.CanSeek && stream.Length - stream.Position == length)
        {
            byte[] whole = new byte[length];
            stream.ReadExactly(whole);
            return whole;
        }

        using var buffer = new MemoryStream();
        byte[] step = new byte[Math.Min(length, 1 << 20)];
        while (buffer.Length < length)
        {
            int read = stream.Read(step, 0, (int)Math.Min(step.Length, length - buffer.Length));
            if (read == 0)
                throw new ModelFormatException($"The model file is cut off: it states {length} bytes and has {buffer.Length}. Fetch it again.");
            buffer.Write(step, 0, read);
        }

        if (stream.ReadByte() >= 0)
            throw new ModelFormatException("The model file goes on after its stated end. Fetch it again.");
        return buffer.ToArray();
    }

    private static CompactModel Parse(byte[] payload)
    {
        var reader = new PayloadReader(payload);
        string version = reader.ReadText();
        string taxonomy = reader.ReadText();
        string[] labels = new string[reader.ReadCount(1, MostLabels, "labels")];
        for (int i = 0; i < labels.Length; i++)
            labels[i] = reader.ReadText();
        if (labels.Distinct(StringComparer.Ordinal).Count() != labels.Length)
            throw new ModelFormatException("The model file names a label twice. Train the model again.");
        int count = reader.ReadCount(0, MostFeatures, "features");
        uint[] keys = reader.ReadKeys(count);
        FeatureGroup[] groups = reader.ReadGroups(count);
        float[] rarity = reader.ReadRarity(count);
        float[] rowScale = reader.ReadScales(count);
        int hidden = reader.ReadCount(0, MostHidden, "hidden units");
        var model = new CompactModel
        {
            Version = version,
            TaxonomyVersion = taxonomy,
            Labels = labels,
            Keys = keys,
            Groups = groups,
            Rarity = rarity,
            RowScale = rowScale,
            HiddenBias = reader.ReadNumbers(hidden),
            HiddenWeights = reader.ReadNumbers(hidden * labels.Length),
            GroupScale = reader.ReadNumbers(FeatureReader.GroupCount),
            Bias = reader.ReadNumbers(labels.Length),
            Decision = ReadDecision(ref reader, labels.Length),
            Weights = reader.ReadWeights((long)count * PackedRow.Bytes(hidden > 0 ? hidden : labels.Length)),
        };
        reader.RequireEnd();
        return model;
    }

    private static LabelDecision ReadDecision(ref PayloadReader reader, int labels)
    {
        float[] slope = reader.ReadNumbers(labels), offset = reader.ReadNumbers(labels), threshold = reader.ReadNumbers(labels), rest = reader.ReadNumbers(3);
        return new LabelDecision(slope, offset, rest[0]) { Threshold = threshold, LeastShare = rest[1], Floor = rest[2] };
    }

    private static byte[] Payload(CompactModel model)
    {
        using var buffer = new MemoryStream();
        using var writer = new BinaryWriter(buffer, Encoding.UTF8);
        writer.WriteText(model.Version);
        writer.WriteText(model.TaxonomyVersion);
        writer.Write(model.Labels.Length);
        foreach (string label in model.Labels)
            writer.WriteText(label);
        writer.Write(model.Keys.Length);
        foreach (uint key in model.Keys)
            writer.Write(key);
        foreach (FeatureGroup group in model.Groups)
            writer.Write((byte)group);
        foreach (float rarity in model.Rarity)
            writer.Write((byte)(rarity / CompactModel.RarityStep));
        foreach (float scale in model.RowScale)
            writer.Write((ushort)(BitConverter.SingleToUInt32Bits(scale) >> 16));
        writer.Write(model.HiddenBias.Length);
        writer.WriteNumbers(model.HiddenBias);
        writer.WriteNumbers(model.HiddenWeights);
        writer.WriteNumbers(model.GroupScale);
        writer.WriteNumbers(model.Bias);
        writer.WriteNumbers(model.Decision.Slope);
        writer.WriteNumbers(model.Decision.Offset);
        writer.WriteNumbers(model.Decision.Threshold);
        writer.WriteNumbers([model.Decision.LeastTotal, model.Decision.LeastShare, model.Decision.Floor]);
        writer.Write(model.Weights);
        writer.Flush();
        return buffer.ToArray();
    }

    private static void WriteText(this BinaryWriter writer, string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        writer.Write(bytes.Length);
        writer.Write(bytes);
    }

    private static void WriteNumbers(this BinaryWriter writer, float[] numbers)
    {
        foreach (float number in numbers)
            writer.Write(number);
    }
}
