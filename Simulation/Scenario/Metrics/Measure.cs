namespace Supply;

/// <summary>The unit in which a number is measured, and how people read such numbers.</summary>
public sealed record Measure
{
    private Measure(string text, int decimals = 1, string? percent = null) => (Text, Decimals, PercentSign) = (text, decimals, percent);

    /// <summary>Rounds.</summary>
    public static Measure Rounds { get; } = new("rounds", decimals: 0);

    /// <summary>Units of an input.</summary>
    public static Measure Units { get; } = new("units");

    /// <summary>Barrels.</summary>
    public static Measure Barrels { get; } = new("barrels");

    /// <summary>Guns.</summary>
    public static Measure Guns { get; } = new("guns");

    /// <summary>Voyages of ships.</summary>
    public static Measure Voyages { get; } = new("voyages");

    /// <summary>Orders, each of one calibre.</summary>
    public static Measure Orders { get; } = new("orders");

    /// <summary>Money of the scenario.</summary>
    public static Measure Money { get; } = new("money");

    /// <summary>Days.</summary>
    public static Measure Days { get; } = new("days");

    /// <summary>A part of a whole, 0..1, which people read in percent.</summary>
    public static Measure Fraction { get; } = new("fraction", percent: "%");

    /// <summary>A difference of two fractions, which people read in percentage points.</summary>
    public static Measure Points { get; } = new("percentage points", percent: "pp");

    /// <summary>The part of its possible shipments that a supplier was willing to send, 0..1, read as a plain number.</summary>
    public static Measure Willingness { get; } = new("share");

    /// <summary>A factor, which people read as a plain number.</summary>
    public static Measure Factor { get; } = new("factor", decimals: 2);

    /// <summary>Rounds of one side for each round of the other.</summary>
    public static Measure Ratio { get; } = new("ratio", decimals: 2);

    /// <summary>Its text in tables and files, for example <c>rounds/day</c>.</summary>
    public string Text { get; }

    /// <summary>This measure per day.</summary>
    public Measure PerDay => new(Text + "/day");

    /// <summary>The measure of a difference of two such numbers: the same, or points for fractions.</summary>
    public Measure OfDifferences => this == Fraction ? Points : this;

    /// <summary>Decimals of numbers below 10.</summary>
    internal int Decimals { get; }

    /// <summary>The sign after a number in percent; null: numbers are written as they are.</summary>
    internal string? PercentSign { get; }

    /// <summary>The label of an axis where the quantity does not have one.</summary>
    internal string AxisLabel => char.ToUpperInvariant(Text[0]) + Text[1..].Replace("/", " per ", StringComparison.Ordinal);

    /// <summary>Its text in tables and files.</summary>
    public override string ToString() => Text;
}
