using System.Security.Cryptography;
using System.Text;
using Supply.Tests.Laws;

namespace Supply.Tests.Fuzz;

/// <summary>Spoils a good file as slips of the keyboard, other programs and broken disks do; a number makes a file again.</summary>
internal static class Mutation
{
    private static readonly string[] numbers =
    [
        "0", "-1", "1", "2", "1e-320", "1e-9", "0.9999999", "1e15", "1e16", "1e308", "1e400", "-0.0", "NaN", "Infinity", "1,5", "1.234,5",
        "0x10", "007", "+3", ".5", "5.", "2147483648", "99999999999999999999", "49", "3650000",
    ];

    private static readonly string[] texts =
    [
        "", " ", "=1+2", "-x", "@x", "+x", "a\\u0000b", "a\\u001b[31mb", "a\\nb", "a/b", "\\ud800", "x\u200by", "\u202ex", "Depot",
        "depot ",
        "D\u0435pot", "0001-01-01", "9999-12-31", "2024-02-30", "2024-02-29", "rounds/year", "152 mm", "Russia", "null", "砲弾", "e\u0301",
    ];

    private static readonly string[] pieces =
        ["{", "}", "[", "]", ",", ":", "\"", "\"\"", "\n", "\r\n", "\t", "\u201c", "'", "//", ";", "\ufeff", "\u00a0", "\0", "null"];

    /// <summary>A text with one to three slips.</summary>
    public static string Of(string good, int number)
    {
        var dice = new Dice(number);
        var text = good;
        for (var slips = dice.Whole(1, 3); slips > 0 && text.Length > 0; slips--) text = Slip(text, dice);
        return text;
    }

    /// <summary>Bytes with one to three slips in front of a checksum, which is made again; a few with one that does not match.</summary>
    public static byte[] OfChecked(byte[] good, int number)
    {
        var dice = new Dice(number);
        List<byte> body = [.. good[..^SHA256.HashSizeInBytes]];
        for (var slips = dice.Whole(1, 3); slips > 0 && body.Count > 0; slips--)
        {
            // Heads hold what describes the rest, so most slips are there.
            var at = dice.Whole(0, (dice.Chance(0.7) ? Math.Min(body.Count, 400) : body.Count) - 1);
            switch (dice.Whole(0, 4))
            {
                case 0: body[at] = (byte)dice.Whole(0, 255); break;
                case 1: body[at] ^= (byte)(1 << dice.Whole(0, 7)); break;
                case 2: body.RemoveRange(at, Math.Min(body.Count - at, dice.Whole(1, 64))); break;
                case 3: body.InsertRange(at, Enumerable.Range(0, dice.Whole(1, 16)).Select(_ => (byte)dice.Whole(0, 255))); break;
                default: body.RemoveRange(at, body.Count - at); break;
            }
        }

        var bytes = body.ToArray();
        var sum = SHA256.HashData(bytes);
        if (dice.Chance(0.02)) sum[0] ^= 1;
        return [.. bytes, .. sum];
    }

    private static string Slip(string text, Dice dice)
    {
        var at = dice.Whole(0, text.Length - 1);
        var count = Math.Min(text.Length - at, dice.Chance(0.5) ? 1 : dice.Whole(1, 80));
        return dice.Whole(0, 9) switch
        {
            0 => text.Remove(at, count),
            1 => text.Insert(at, dice.Of(pieces)),
            2 => text.Insert(at, text.Substring(at, count)),
            3 => text.Remove(at, 1).Insert(at, ((char)dice.Whole(0, 0x250)).ToString()),
            4 => text[..at],
            5 or 6 or 7 => Replaced(text, at, char.IsAsciiDigit, dice.Of(numbers)),
            _ => Replaced(text, at, letter => letter is not ('"' or ',' or '\n'), dice.Of(texts)),
        };
    }

    /// <summary>The next run of letters of a kind gives way to something else.</summary>
    private static string Replaced(string text, int from, Func<char, bool> kind, string by)
    {
        while (from < text.Length && !kind(text[from])) from++;
        var to = from;
        while (to < text.Length && kind(text[to])) to++;
        return new StringBuilder(text[..from]).Append(by).Append(text[to..]).ToString();
    }
}
