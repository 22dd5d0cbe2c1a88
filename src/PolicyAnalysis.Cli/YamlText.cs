using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace PolicyAnalysis.Cli;

/// <summary>Turns YAML into the JSON it stands for, so that a rules file may be written in either.</summary>
/// <remarks>One pass over the parser's events with a bounded depth; aliases are refused, so nothing grows beyond what was written.</remarks>
internal static class YamlText
{
    private const int MostCharacters = 1024 * 1024;
    private const int DeepestNesting = 32;

    /// <exception cref="ToolException">The text is not YAML, uses an alias, or is nested too deep.</exception>
    public static string ToJson(string yaml, string name)
    {
        if (yaml.Length > MostCharacters)
            throw new ToolException($"{name}: longer than {MostCharacters} characters.");
        var buffer = new ArrayBufferWriter<byte>(4096);
        try
        {
            using var json = new Utf8JsonWriter(buffer);
            Write(new Parser(new StringReader(yaml)), json, name);
        }
        catch (YamlException error)
        {
            throw new ToolException(string.Create(CultureInfo.InvariantCulture, $"{name}: not YAML at line {error.Start.Line}, column {error.Start.Column}: {error.Message}"));
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Write(Parser parser, Utf8JsonWriter json, string name)
    {
        // For each open mapping, whether a key comes next; null stands for a sequence.
        var open = new Stack<bool?>();
        int documents = 0;
        while (parser.MoveNext())
        {
            switch (parser.Current!)
            {
                case DocumentStart when ++documents > 1:
                    throw new ToolException($"{name}: holds more than one YAML document.");
                case AnchorAlias alias:
                    throw new ToolException(string.Create(CultureInfo.InvariantCulture, $"{name}: the alias at line {alias.Start.Line} is not read here; write the value out."));
                case MappingStart or SequenceStart when open.Count == DeepestNesting:
                    throw new ToolException($"{name}: nested more than {DeepestNesting} deep.");
                case MappingStart start:
                    RefuseAsKey(open, start, name);
                    json.WriteStartObject();
                    open.Push(true);
                    break;
                case SequenceStart start:
                    RefuseAsKey(open, start, name);
                    json.WriteStartArray();
                    open.Push(null);
                    break;
                case MappingEnd:
                    json.WriteEndObject();
                    Close(open);
                    break;
                case SequenceEnd:
                    json.WriteEndArray();
                    Close(open);
                    break;
                case Scalar scalar:
                    WriteScalar(scalar, json, open);
                    break;
            }
        }

        if (documents == 0)
            throw new ToolException($"{name}: holds nothing.");
    }

    private static void RefuseAsKey(Stack<bool?> open, ParsingEvent start, string name)
    {
        if (open.TryPeek(out bool? key) && key == true)
            throw new ToolException(string.Create(CultureInfo.InvariantCulture, $"{name}: the key at line {start.Start.Line} is not a word."));
    }

    private static void Close(Stack<bool?> open)
    {
        open.Pop();
        ValueWritten(open);
    }

    /// <summary>After a value of a mapping, a key comes next.</summary>
    private static void ValueWritten(Stack<bool?> open)
    {
        if (open.TryPeek(out bool? key) && key is not null)
        {
            open.Pop();
            open.Push(true);
        }
    }

    private static void WriteScalar(Scalar scalar, Utf8JsonWriter json, Stack<bool?> open)
    {
        if (open.TryPeek(out bool? key) && key == true)
        {
            json.WritePropertyName(scalar.Value);
            open.Pop();
            open.Push(false);
            return;
        }

        if (scalar.Style != ScalarStyle.Plain)
            json.WriteStringValue(scalar.Value);
        else if (scalar.Value is "true" or "false")
            json.WriteBooleanValue(scalar.Value == "true");
        else if (scalar.Value is "" or "null" or "~")
            json.WriteNullValue();
        else if (double.TryParse(scalar.Value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number))
            json.WriteNumberValue(number);
        else
            json.WriteStringValue(scalar.Value);
        ValueWritten(open);
    }
}
