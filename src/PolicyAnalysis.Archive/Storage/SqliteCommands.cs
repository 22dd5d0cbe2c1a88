using System.Globalization;
using Microsoft.Data.Sqlite;

namespace PolicyAnalysis.Archive.Storage;

/// <summary>Short forms for running SQL; parameters are numbered <c>$1</c>, <c>$2</c> … in the order they are given.</summary>
internal static class SqliteCommands
{
    private static readonly string[] Names = [.. Enumerable.Range(1, 16).Select(static number => "$" + number.ToString(CultureInfo.InvariantCulture))];

    public static SqliteCommand Command(this SqliteConnection connection, string sql, params ReadOnlySpan<object?> values)
    {
        SqliteCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // The statements are constants of this assembly; values are always parameters.
        command.CommandText = sql;
#pragma warning restore CA2100
        for (int index = 0; index < values.Length; index++)
            command.Parameters.AddWithValue(Names[index], values[index] ?? DBNull.Value);
        return command;
    }

    /// <summary>Gives the parameters of a kept statement new values.</summary>
    public static SqliteCommand With(this SqliteCommand command, params ReadOnlySpan<object?> values)
    {
        for (int index = 0; index < values.Length; index++)
        {
            if (command.Parameters.Count <= index)
                command.Parameters.AddWithValue(Names[index], values[index] ?? DBNull.Value);
            else
                command.Parameters[index].Value = values[index] ?? DBNull.Value;
        }

        return command;
    }

    public static void Run(this SqliteConnection connection, string sql, params ReadOnlySpan<object?> values)
    {
        using SqliteCommand command = connection.Command(sql, values);
        command.ExecuteNonQuery();
    }

    public static long ReadInteger(this SqliteConnection connection, string sql, params ReadOnlySpan<object?> values)
    {
        using SqliteCommand command = connection.Command(sql, values);
        return command.ExecuteScalar() is long value ? value : 0;
    }

    public static IEnumerable<T> ReadRows<T>(this SqliteConnection connection, string sql, Func<SqliteDataReader, T> row, params object?[] values)
    {
        using SqliteCommand command = connection.Command(sql, values);
        using SqliteDataReader reader = command.ExecuteReader();
        while (reader.Read())
            yield return row(reader);
    }

    public static byte[] Bytes(this SqliteDataReader reader, int column) => reader.GetFieldValue<byte[]>(column);

    public static long? IntegerOrNull(this SqliteDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetInt64(column);

    public static string? TextOrNull(this SqliteDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);
}
