using System.Globalization;

namespace Supply;

/// <summary>The weight of one round of an origin, where an ordinary round counts 1: the effect of worse or better ammunition.</summary>
/// <param name="Origin">The country of manufacture.</param>
/// <param name="Effect">The weight of its rounds, at least 0.</param>
public sealed record RoundEffect(Origin Origin, double Effect)
{
    /// <summary>The words that stand for it in the name of a metric.</summary>
    public override string ToString() => $"{Origin}{Counts}{Effect.ToString("R", CultureInfo.InvariantCulture)}";

    private const string Counts = " counts ";

    /// <summary>Reads the words, or null if they are none.</summary>
    internal static RoundEffect? TryParse(string words)
    {
        var at = words.LastIndexOf(Counts, StringComparison.Ordinal);
        return at > 0 && double.TryParse(words[(at + Counts.Length)..], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture,
            out var effect)
            ? new(new(words[..at]), effect)
            : null;
    }
}
