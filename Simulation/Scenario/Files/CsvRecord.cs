using System.Text;

namespace Supply;

/// <summary>
/// One record of a CSV text (RFC 4180, with any ends of lines). The reader forgives nothing: one that accepts quotation marks in the wrong
/// place swallows rows, because after a mark that is never closed all that follows is one field.
/// </summary>
/// <param name="Line">The number of its first line, from 1.</param>
/// <param name="Fields">Its fields, at least one, without the marks around them and with doubled marks undone.</param>
internal sealed record CsvRecord(int Line, IReadOnlyList<string> Fields)
{
    /// <summary>All records of a text; empty lines are none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="faults">Each wrong quotation mark in words, with the number of its line; with any, records may be wrong.</param>
    public static IReadOnlyList<CsvRecord> Read(string text, out IReadOnlyList<string> faults)
    {
        var reader = new Reader(text);
        var records = reader.Read();
        faults = reader.Faults;
        return records;
    }

    /// <summary>Goes through a text once, from field to field.</summary>
    private sealed class Reader(string text)
    {
        private readonly StringBuilder field = new();
        private int at;
        private int line = 1;

        public List<string> Faults { get; } = [];

        public List<CsvRecord> Read()
        {
            var records = new List<CsvRecord>();
            while (at < text.Length)
            {
                if (EndLine()) continue;
                var first = line;
                List<string> fields = [Field()];
                while (at < text.Length && text[at] == ',')
                {
                    at++;
                    fields.Add(Field());
                }

                records.Add(new(first, fields));
                EndLine();
            }

            return records;
        }

        /// <summary>The field that begins here, up to the comma or the end of the line behind it.</summary>
        private string Field()
        {
            field.Clear();
            if (at < text.Length && text[at] == '"' && Quoted() && !IsEnd())
            {
                Faults.Add($"line {line}: text follows a closing quotation mark; double the marks inside a field.");
            }

            var isMarked = field.Length > 0;
            for (; !IsEnd(); at++)
            {
                if (text[at] == '"' && !isMarked)
                {
                    isMarked = true;
                    Faults.Add($"line {line}: a quotation mark stands inside a field without marks; put the field in marks and double it.");
                }

                field.Append(text[at]);
            }

            return field.ToString();
        }

        /// <summary>Reads from an opening mark to behind the closing one; false if there is none.</summary>
        private bool Quoted()
        {
            var opened = line;
            for (at++; at < text.Length; at++)
            {
                if (text[at] == '"')
                {
                    at++;
                    if (at == text.Length || text[at] != '"') return true;
                }
                else if (text[at] == '\n' || (text[at] == '\r' && (at + 1 == text.Length || text[at + 1] != '\n')))
                {
                    line++;
                }

                field.Append(text[at]);
            }

            Faults.Add($"line {opened}: a quotation mark opens a field and is never closed; close it, or double it in a field.");
            return false;
        }

        private bool IsEnd() => at == text.Length || text[at] is ',' or '\n' or '\r';

        /// <summary>Goes behind the end of a line, if there is one here.</summary>
        private bool EndLine()
        {
            if (at == text.Length || text[at] is not ('\n' or '\r')) return false;
            at += text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n' ? 2 : 1;
            line++;
            return true;
        }
    }
}
