namespace Supply.Evidence;

/// <summary>
/// Finds quotation marks of a CSV text that RFC 4180 does not allow. A reader that forgives them swallows rows: after a mark that is never
/// closed all that follows is one field.
/// </summary>
internal static class CsvQuotes
{
    /// <summary>Each mistake, with the number of its line.</summary>
    /// <param name="text">The whole text.</param>
    public static IEnumerable<string> Faults(string text)
    {
        var (line, opened, at) = (1, 0, 0);
        while (at < text.Length)
        {
            // At the beginning of a field.
            if (text[at] == '"')
            {
                opened = line;
                var end = Closing(text, at, ref line);
                if (end < 0)
                {
                    yield return $"line {opened}: a quotation mark opens a field and is never closed; close it, or double it in a field.";
                    yield break;
                }

                at = end + 1;
                if (at < text.Length && text[at] is not (',' or '\n' or '\r'))
                {
                    yield return $"line {line}: text follows a closing quotation mark; double the marks inside a field.";
                }
            }

            var isMarked = false;
            for (; at < text.Length && text[at] is not (',' or '\n'); at++)
            {
                if (text[at] != '"' || isMarked || opened == line) continue;
                isMarked = true;
                yield return $"line {line}: a quotation mark stands inside a field without marks; put the field in marks and double it.";
            }

            if (at < text.Length && text[at] == '\n') line++;
            (opened, at) = (0, at + 1);
        }
    }

    /// <summary>The place of the mark that closes the one at a place; -1 if there is none.</summary>
    private static int Closing(string text, int open, ref int line)
    {
        for (var at = open + 1; at < text.Length; at++)
        {
            if (text[at] == '\n') line++;
            if (text[at] != '"') continue;
            if (at + 1 == text.Length || text[at + 1] != '"') return at;
            at++;
        }

        return -1;
    }
}
