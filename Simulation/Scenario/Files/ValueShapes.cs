using System.Globalization;
using System.Text.Json;

namespace Supply.Files;

/// <summary>Texts, dates, choices and exact numbers.</summary>
internal static class ValueShapes
{
    private const string IsoDate = "yyyy-MM-dd";

    public static string Text(Cursor at, string value) => at.Text("a text", value);

    public static string Filled(Cursor at, string value) => at.Filled("a text", value);

    public static string Name(Cursor at, string value) => at.Name("a text", value);

    /// <summary>Any exact number that is finite.</summary>
    public static double Exact(Cursor at, double value) => at.Exactly(Limits.Any, value);

    /// <summary>An exact number of a range.</summary>
    public static Form<double> ExactIn(Limits limits) => (at, value) => at.Exactly(limits, value);

    public static int Whole(Cursor at, int value) => at.Whole("a whole number", value);

    /// <summary>A whole number of a range.</summary>
    public static Form<int> WholeIn(Limits limits) => (at, value) => at.Whole(limits, value);

    public static bool Flag(Cursor at, bool value) => at.Flag(value);

    public static Origin Country(Cursor at, Origin value) => new(at.Name("the name of a country", value.Name));

    public static Calibre Bore(Cursor at, Calibre value) => new(at.Name("the name of a calibre", value.Name));

    /// <summary>The origin of rounds that stand here.</summary>
    public static Origin OfOrigin(Cursor at, Origin value) => at.Origin(value);

    /// <summary>The calibre of rounds that stand here or are wanted here.</summary>
    public static Calibre OfCalibre(Cursor at, Calibre value) => at.Calibre(value);

    /// <summary>The origin of a supplier.</summary>
    public static Origin SupplierOf(Cursor at, Origin value) => at.SupplierOf(value);

    /// <summary>A date or a step, inside the horizon or not.</summary>
    public static Moment When(Cursor at, Moment value) => at.Moment(MomentRule.Anywhere, value);

    /// <summary>A date or a step inside the horizon, on or after which a step starts.</summary>
    public static Moment Beginning(Cursor at, Moment value) => at.Moment(MomentRule.Begins, value);

    /// <summary>A date or a step of which nothing is asked.</summary>
    public static Moment AnyTime(Cursor at, Moment value)
    {
        const string expected = "a date such as \"2025-01-31\", or the number of a step";
        return at.Is(JsonValueKind.Number, writing: value.Date is null)
            ? Moment.AtStep(at.Whole(expected, value.Step ?? 0))
            : at.Date(expected, value.Date ?? default);
    }

    /// <summary>A moment of which nothing is asked, or null.</summary>
    public static Moment? WhenOrNull(Cursor at, Moment? value) => AnyTime(at, value ?? default);

    public static DateOnly Day(Cursor at, DateOnly value) => at.Date("a date such as \"2025-01-31\"", value);

    /// <summary>One of a few words.</summary>
    /// <param name="what">A name for such words in messages.</param>
    /// <param name="words">The words and what they stand for.</param>
    public static Form<T> Choice<T>(string what, params (string Word, T Value)[] words)
    {
        string[] names = [.. words.Select(pair => pair.Word)];
        return (at, value) =>
        {
            var word = at.Word(what, names, words.FirstOrDefault(pair => Equals(pair.Value, value)).Word);
            return words.First(pair => pair.Word == word).Value;
        };
    }

    public static string DateText(DateOnly date) => date.ToString(IsoDate, CultureInfo.InvariantCulture);

    public static bool TryDate(string text, out DateOnly date) =>
        DateOnly.TryParseExact(text, IsoDate, CultureInfo.InvariantCulture, DateTimeStyles.None, out date);

    /// <summary>The fault of a text that is not a date, to follow the statement that it is not one.</summary>
    public static string WhyNoDate(string text, string expected)
    {
        var parts = text.Split('-');
        if (parts is not [{ Length: 4 }, { Length: 2 }, { Length: 2 }] || !parts.All(part => part.All(char.IsAsciiDigit)))
        {
            return $"; expected {expected}";
        }
        var (year, month) = (int.Parse(parts[0], CultureInfo.InvariantCulture), int.Parse(parts[1], CultureInfo.InvariantCulture));
        if (year == 0) return ": years begin with 0001";
        if (month is < 1 or > 12) return $": there is no month {parts[1]}";
        return string.Create(CultureInfo.InvariantCulture, $": {parts[0]}-{parts[1]} has {DateTime.DaysInMonth(year, month)} days");
    }
}
