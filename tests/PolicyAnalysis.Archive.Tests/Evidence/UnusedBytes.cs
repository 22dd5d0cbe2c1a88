using System.Buffers.Binary;

namespace PolicyAnalysis.Archive.Tests.Evidence;

/// <summary>
/// Reads a database file by its published format (https://www.sqlite.org/fileformat2.html) and tells which bytes belong to
/// nothing: the space between a page's list of cells and its cells, freed cells, the rest of a last overflow page, free pages.
/// </summary>
internal sealed class UnusedBytes
{
    private const int FileHeader = 100;
    private const int LeafTable = 13;
    private const int InnerTable = 5;
    private const int InnerIndex = 2;

    private readonly byte[] _file;
    private readonly int _size;
    private readonly bool[] _used;

    private UnusedBytes(byte[] file)
    {
        _file = file;
        _size = BinaryPrimitives.ReadUInt16BigEndian(file.AsSpan(16));
        _used = new bool[file.Length];
    }

    /// <summary>For each byte of the file whether it belongs to something.</summary>
    /// <param name="file">The file, without a log.</param>
    /// <param name="roots">The first pages of its tables and indexes.</param>
    public static bool[] Find(byte[] file, IEnumerable<int> roots)
    {
        var reader = new UnusedBytes(file);
        reader.Use(0, FileHeader);
        // The count of changes of the tables, and the number of the software's version that wrote last, say nothing of what is kept.
        Array.Fill(reader._used, false, 40, 4);
        Array.Fill(reader._used, false, 96, 4);
        foreach (int root in roots.Prepend(1))
            reader.Tree(root);
        reader.FreePages();
        return reader._used;
    }

    private void Tree(int root)
    {
        var open = new Stack<int>([root]);
        while (open.TryPop(out int page))
        {
            int start = (page - 1) * _size;
            int header = start + (page == 1 ? FileHeader : 0);
            int kind = _file[header];
            bool isInner = kind is InnerTable or InnerIndex;
            int cells = Two(header + 3);
            int list = header + (isInner ? 12 : 8);
            Use(header, list + (2 * cells) - header);
            if (isInner)
                open.Push(Four(header + 8));
            for (int cell = 0; cell < cells; cell++)
            {
                int at = start + Two(list + (2 * cell));
                int from = at;
                int repeated = -1;
                if (isInner)
                {
                    open.Push(Four(at));
                    at += 4;
                }

                if (kind == InnerTable)
                    Number(ref at);
                else
                    repeated = Payload(ref at, kind == LeafTable, isSchema: root == 1);
                Use(from, at - from);
                if (repeated >= 0)
                    _used[repeated] = false;
            }

            // The list of freed cells is part of the page's structure; what stood in them is not.
            for (int free = Two(header + 1); free != 0; free = Two(start + free))
                Use(start + free, 4);
        }
    }

    /// <returns>The place of a byte that says nothing: the number of a row of the schema, or the kind of a value that is the row's number.</returns>
    private int Payload(ref int at, bool isTable, bool isSchema)
    {
        int length = (int)Number(ref at);
        int number = at;
        if (isTable)
            Number(ref at);
        int repeated = isSchema ? number : isTable && _file[at + 1] == 0 ? at + 1 : -1;
        int most = isTable ? _size - 35 : ((_size - 12) * 64 / 255) - 23;
        if (length <= most)
        {
            at += length;
            return repeated;
        }

        int least = ((_size - 12) * 32 / 255) - 23;
        int here = least + ((length - least) % (_size - 4));
        here = here <= most ? here : least;
        at += here;
        int rest = length - here;
        for (int page = Four(at); page != 0; page = Four((page - 1) * _size))
        {
            int taken = Math.Min(rest, _size - 4);
            Use((page - 1) * _size, 4 + taken);
            rest -= taken;
        }

        at += 4;
        return repeated;
    }

    private void FreePages()
    {
        for (int trunk = Four(32); trunk != 0; trunk = Four((trunk - 1) * _size))
            Use((trunk - 1) * _size, 8 + (4 * Four(((trunk - 1) * _size) + 4)));
    }

    private void Use(int start, int length) => Array.Fill(_used, true, start, length);

    private int Two(int at) => BinaryPrimitives.ReadUInt16BigEndian(_file.AsSpan(at));

    private int Four(int at) => (int)BinaryPrimitives.ReadUInt32BigEndian(_file.AsSpan(at));

    private long Number(ref int at)
    {
        long value = 0;
        for (int place = 0; place < 9; place++)
        {
            byte part = _file[at++];
            if (place == 8)
                return (value << 8) | part;
            value = (value << 7) | (long)(part & 0x7F);
            if (part < 0x80)
                break;
        }

        return value;
    }
}
