using System.Text;

namespace PolicyAnalysis.Tests.Reporting;

/// <summary>Reads CSV as RFC 4180 writes it, strictly: what the standard does not allow fails the test.</summary>
internal static class CsvRecords
{
    public static List<string[]> Read(string table)
    {
        var records = new List<string[]>();
        var record = new List<string>();
        int index = 0;
        while (index < table.Length)
        {
            var cell = new StringBuilder();
            if (table[index] == '"')
            {
                for (index++; ; index++)
                {
                    if (table[index] != '"')
                        cell.Append(table[index]);
                    else if (table[index + 1] == '"')
                        cell.Append(table[++index]);
                    else
                        break;
                }

                index++;
            }
            else
            {
                for (; table[index] is not (',' or '\r'); index++)
                {
                    Assert.NotEqual('"', table[index]);
                    Assert.NotEqual('\n', table[index]);
                    cell.Append(table[index]);
                }
            }

            record.Add(cell.ToString());
            if (table[index] == ',')
            {
                index++;
                continue;
            }

            Assert.Equal("\r\n", table.Substring(index, 2));
            index += 2;
            records.Add([.. record]);
            record.Clear();
        }

        Assert.Empty(record);
        Assert.Single(records.Select(each => each.Length).Distinct());
        return records;
    }

    /// <summary>The cell without the apostrophe that keeps a spreadsheet from running it.</summary>
    public static string Unguarded(string cell) => cell.Length > 1 && cell[0] == '\'' && "=+-@\t\r\n＝＋－＠".Contains(cell[1], StringComparison.Ordinal) ? cell[1..] : cell;
}
