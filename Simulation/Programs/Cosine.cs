namespace Supply.Programs;

/// <summary>
/// The cosine of an angle, 1 for a full turn, by + - * alone: a season is a table made when a scenario is compiled, and must
/// have the same bits on every machine.
/// </summary>
internal static class Cosine
{
    private const double Turn = 2 * Math.PI;

    /// <summary>Terms of the series; the angle is at most an eighth of a turn, so the first left out is below 1e-17.</summary>
    private const int Terms = 9;

    public static double OfTurns(double turns)
    {
        var angle = Math.Abs(turns - Math.Floor(turns + 0.5));
        return angle <= 0.25 ? Quarter(angle) : -Quarter(0.5 - angle);
    }

    private static double Quarter(double angle) => angle <= 0.125 ? Series(angle * Turn, 0) : Series((0.25 - angle) * Turn, 1);

    /// <summary>x^first (1 - x^2 / ((first + 1) (first + 2)) (1 - x^2 / ... )): the cosine for 0, the sine for 1.</summary>
    private static double Series(double x, int first)
    {
        var sum = 1.0;
        for (var n = 2 * Terms + first; n > first; n -= 2) sum = 1 - x * x / ((n - 1) * n) * sum;
        return first == 0 ? sum : x * sum;
    }
}
