using System.Buffers.Binary;
using System.Text;

namespace PolicyAnalysis.Archive.Records;

/// <summary>Appends numbers of few bytes, texts and decimals to a record.</summary>
internal sealed class RecordWriter
{
    /// <summary>Scores and weights have four decimals; a number that has more is written whole.</summary>
    private const double Decimals = 10_000;

    private byte[] _buffer = new byte[16 * 1024];
    private int _length;

    public void Number(long value)
    {
        // Zigzag: small numbers of either sign are short.
        ulong rest = (ulong)((value << 1) ^ (value >> 63));
        Reserve(10);
        while (rest >= 0x80)
        {
            _buffer[_length++] = (byte)(rest | 0x80);
            rest >>= 7;
        }

        _buffer[_length++] = (byte)rest;
    }

    public void Text(string? value)
    {
        if (value is null)
        {
            Number(-1);
            return;
        }

        // UTF-16 holds what UTF-8 cannot: a lone surrogate in a broken source. Such a text is kept as code units.
        int size = Encoding.UTF8.GetByteCount(value);
        bool exact = string.Equals(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(value)), value, StringComparison.Ordinal);
        Number(exact ? size : -2 - value.Length);
        Reserve(Math.Max(size, 2 * value.Length));
        if (exact)
        {
            _length += Encoding.UTF8.GetBytes(value, _buffer.AsSpan(_length));
            return;
        }

        foreach (char unit in value)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(_buffer.AsSpan(_length), unit);
            _length += 2;
        }
    }

    public void Decimal(double value)
    {
        double scaled = Math.Round(value * Decimals);
        if (Math.Abs(scaled) < 1e15 && BitConverter.DoubleToInt64Bits(scaled / Decimals) == BitConverter.DoubleToInt64Bits(value))
        {
            Number((long)scaled + 1);
            return;
        }

        Number(0);
        Reserve(sizeof(double));
        BinaryPrimitives.WriteDoubleLittleEndian(_buffer.AsSpan(_length), value);
        _length += sizeof(double);
    }

    public byte[] ToArray() => _buffer.AsSpan(0, _length).ToArray();

    private void Reserve(int size)
    {
        if (_length + size > _buffer.Length)
            Array.Resize(ref _buffer, Math.Max(_buffer.Length * 2, _length + size));
    }
}
