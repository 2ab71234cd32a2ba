namespace Supply.Files;

/// <summary>The unit of an uncertain number and the values it may have. At least 0, whatever it measures.</summary>
/// <param name="Unit">Its unit, as lists of sources show it.</param>
internal sealed record NumberRule(string Unit)
{
    /// <summary>Above this, rounds are no longer counted to the round, and sums overflow before long.</summary>
    public const double Largest = 1e15;

    /// <summary>
    /// The least value of a number by which something is divided: a quotient of the largest number by it is far from overflow.
    /// </summary>
    public const double LeastDivisor = 1e-9;

    /// <summary>
    /// The least size of a number other than 0, whatever it measures: a billionth of a round or of a day means nothing, and products and
    /// quotients of such numbers stay far from what arithmetic can no longer hold.
    /// </summary>
    public const double LeastAboveZero = LeastDivisor;

    /// <summary><see cref="LeastDivisor"/> in messages, with its reason; its unit goes in front of the comma.</summary>
    public const string WhyLeast = "1e-9, since something is divided by it";

    /// <summary>Standard deviation of a logarithm: a factor of about 150 either way.</summary>
    public const double WidestFactor = 5;

    /// <summary>A hundred years. A longer time is a slip of the unit; only the far tail of a distribution may lie beyond.</summary>
    private const double LongestDays = 36_525;

    /// <summary>Ten times as much is beyond what a change of a capacity or requirement can mean; 30 is a slip for 30 %.</summary>
    private const double LargestChange = 10;

    /// <summary>The most it may reach. Default 1e15.</summary>
    public double Most { get; init; } = Largest;

    /// <summary>The most its least value may be, beyond which its unit is probably wrong; null: no limit. Default null.</summary>
    public double? MostLeast { get; init; }

    /// <summary>The most it may be as written, without the tails of a distribution; null: no limit. Default null.</summary>
    public double? MostWritten { get; init; }

    /// <summary>The least it may reach; above 0 where something is divided by it. Default 0.</summary>
    public double Least { get; init; }

    /// <summary>True if it may differ from step to step: drift and noise. Default false.</summary>
    public bool Varies { get; init; }

    /// <summary>True if it must be an exact number. Default false.</summary>
    public bool Exact { get; init; }

    /// <summary>True if it is 0 or 1, or a one-of of these. Default false.</summary>
    public bool IsSwitch { get; init; }

    /// <summary>
    /// True if it is a time that means something else where it is shorter than a step: what takes less than a step takes one, and what
    /// lasts less than a step is over before anything sees it. A scenario in which it may be shorter is refused. Default false.
    /// </summary>
    public bool AtLeastAStep { get; init; }

    /// <summary>The unit behind a value in a message, with a blank before it; empty where the property says it. Default empty.</summary>
    public string Behind { get; init; } = "";

    /// <summary>The fault of a value that cannot be computed with, to follow the name of its place; null: it has none.</summary>
    public static string? Fault(double value) => double.IsNaN(value) ? "is not a number (NaN)"
        : double.IsInfinity(value) ? "is infinite; it must be a finite number"
        : Math.Abs(value) > Largest ? $"is {value:R}; no number may exceed 1e15"
        : value != 0 && Math.Abs(value) < LeastAboveZero ? $"is {value:R}; a number other than 0 must be at least 1e-9 in size"
        : null;

    public static NumberRule Rounds { get; } = new("rounds") { Behind = " rounds" };

    /// <summary>A time of any length. Whoever uses it says why it may be shorter than a step.</summary>
    public static NumberRule AnyDays { get; } = new("days") { Behind = " days", MostLeast = LongestDays };

    /// <summary>A time that is no shorter than a step, or 0.</summary>
    public static NumberRule Days { get; } = AnyDays with { AtLeastAStep = true };

    public static NumberRule Fraction { get; } = new("fraction") { Most = 1 };

    /// <summary>A choice of two, 0 or 1.</summary>
    public static NumberRule Switch { get; } = new("0 or 1") { Most = 1, IsSwitch = true };

    /// <summary>A factor that may vary from step to step.</summary>
    public static NumberRule Factor { get; } = new("factor") { Varies = true };

    /// <summary>The multiplier of a change.</summary>
    public static NumberRule ChangeFactor { get; } = Factor with { MostWritten = LargestChange };

    /// <summary>Standard deviation of a logarithm.</summary>
    public static NumberRule Spread { get; } = new("standard deviation of the logarithm") { Most = WidestFactor };

    /// <summary>The number of a case, from 0: the value of a choice between rules.</summary>
    public static NumberRule Case { get; } = new("case");

    /// <summary>A number of things per unit of time.</summary>
    /// <param name="unit">Things and time, for example rounds/month.</param>
    public static NumberRule Rate(string unit) => new(unit) { Behind = " " + unit, Varies = true };
}
