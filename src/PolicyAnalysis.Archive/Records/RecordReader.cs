using System.Buffers.Binary;
using System.Text;

namespace PolicyAnalysis.Archive.Records;

/// <summary>Reads what <see cref="RecordWriter"/> wrote; every length is checked against what is left.</summary>
internal ref struct RecordReader(ReadOnlySpan<byte> record)
{
    private const double Decimals = 10_000;

    private ReadOnlySpan<byte> _rest = record;

    public readonly bool IsAtEnd => _rest.IsEmpty;

    public long Number()
    {
        ulong value = 0;
        for (int shift = 0; shift < 64; shift += 7)
        {
            if (_rest.IsEmpty)
                break;
            byte part = _rest[0];
            _rest = _rest[1..];
            value |= (ulong)(part & 0x7F) << shift;
            if (part < 0x80)
                return (long)(value >> 1) ^ -(long)(value & 1);
        }

        throw new FormatException("the record ends inside a number");
    }

    public int Integer() => checked((int)Number());

    /// <summary>A count of things that take at least a byte each.</summary>
    public int Count()
    {
        long count = Number();
        if (count < 0 || count > _rest.Length)
            throw new FormatException("the record counts more than it holds");
        return (int)count;
    }

    public T Choice<T>()
        where T : struct, Enum
    {
        int value = Integer();
        T choice = (T)Enum.ToObject(typeof(T), value);
        return Enum.IsDefined(choice) ? choice : throw new FormatException($"the record holds a {typeof(T).Name} that is not known");
    }

    public string? Text()
    {
        long size = Number();
        if (size == -1)
            return null;
        long bytes = size >= 0 ? size : 2 * (-2 - size);
        if (bytes > _rest.Length)
            throw new FormatException("the record ends inside a text");
        ReadOnlySpan<byte> content = _rest[..(int)bytes];
        _rest = _rest[(int)bytes..];
        if (size >= 0)
            return Encoding.UTF8.GetString(content);
        char[] units = new char[content.Length / 2];
        for (int index = 0; index < units.Length; index++)
            units[index] = (char)BinaryPrimitives.ReadUInt16LittleEndian(content[(2 * index)..]);
        return new string(units);
    }

    public string RequiredText() => Text() ?? throw new FormatException("the record lacks a text");

    public double Decimal()
    {
        long scaled = Number();
        if (scaled != 0)
            return (scaled - 1) / Decimals;
        if (_rest.Length < sizeof(double))
            throw new FormatException("the record ends inside a decimal");
        double value = BinaryPrimitives.ReadDoubleLittleEndian(_rest);
        _rest = _rest[sizeof(double)..];
        return value;
    }
}
