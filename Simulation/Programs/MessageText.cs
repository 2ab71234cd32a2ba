using System.Globalization;

namespace Supply.Programs;

/// <summary>Numbers and names in messages.</summary>
internal static class MessageText
{
    public static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>A value that a draw may reach, in four digits unless they would hide that it is beyond the limit.</summary>
    public static string Reach(double value, double limit)
    {
        var rounded = double.Parse(value.ToString("G4", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return Number(rounded.CompareTo(limit) == value.CompareTo(limit) ? rounded : value);
    }

    /// <summary>A limit of at most this value, in four digits.</summary>
    public static double Down(double value)
    {
        var unit = Math.Pow(10, Math.Floor(Math.Log10(value)) - 3);
        var rounded = double.Parse((Math.Floor(value / unit * (1 + 1e-12)) * unit).ToString("G4", CultureInfo.InvariantCulture),
            CultureInfo.InvariantCulture);
        return rounded <= value ? rounded : value;
    }

    public static string Days(double days) => days == 1 ? "1 day" : $"{Number(days)} days";

    public static string Unit(RateUnit unit, string of) => unit switch
    {
        RateUnit.PerDay => of + "/day",
        RateUnit.PerMonth => of + "/month",
        _ => of + "/year",
    };

    /// <summary>"a" and "b", in quotation marks.</summary>
    public static string All(IEnumerable<string> names)
    {
        var quoted = names.Select(name => $"\"{name}\"").ToArray();
        return quoted.Length < 2 ? string.Concat(quoted) : string.Join(", ", quoted[..^1]) + " and " + quoted[^1];
    }
}
