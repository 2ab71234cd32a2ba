using System.Globalization;

namespace Supply.Tests.Unit.Inference;

/// <summary>A machine that writes a comma for the point of a number, and another sign for minus.</summary>
internal static class Commas
{
    private static readonly CultureInfo culture = new("") { NumberFormat = { NumberDecimalSeparator = ",", NegativeSign = "~" } };

    /// <summary>The result of a function on such a machine.</summary>
    public static T During<T>(Func<T> function)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = culture;
            return function();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
