using System.Globalization;

namespace Supply.Compilation;

/// <summary>Numbers and names in messages.</summary>
internal static class Text
{
    public static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    public static string Unit(RateUnit unit) => unit switch
    {
        RateUnit.PerDay => "rounds/day",
        RateUnit.PerMonth => "rounds/month",
        _ => "rounds/year",
    };
}
