namespace Supply.Analysis;

/// <summary>The limits of a box while it is peeled and pasted, and the rows inside.</summary>
internal sealed class BoxLimits
{
    private BoxLimits(double[] low, double[] high, bool[]?[] cases, int[] rows) =>
        (Low, High, Cases, Rows) = (low, high, cases, rows);

    public double[] Low { get; }

    public double[] High { get; }

    /// <summary>For each choice whether a case lies inside; null for numbers.</summary>
    public bool[]?[] Cases { get; }

    /// <summary>The rows inside, in ascending order.</summary>
    public int[] Rows { get; }

    /// <summary>All of the space, with these rows.</summary>
    public static BoxLimits Whole(InputData data, int[] rows) => new(
        [.. data.Inputs.Select(_ => double.NegativeInfinity)], [.. data.Inputs.Select(_ => double.PositiveInfinity)],
        [.. data.Inputs.Select(input => input.IsChoice ? input.Cases.Select(_ => true).ToArray() : null)], rows);

    public BoxLimits With(int input, double low, double high, int[] rows)
    {
        var (lows, highs) = ((double[])Low.Clone(), (double[])High.Clone());
        (lows[input], highs[input]) = (low, high);
        return new(lows, highs, Cases, rows);
    }

    public BoxLimits With(int input, bool[] inside, int[] rows)
    {
        var cases = (bool[]?[])Cases.Clone();
        cases[input] = inside;
        return new(Low, High, cases, rows);
    }

    /// <summary>No limits on one input; the rows are still those inside.</summary>
    public BoxLimits Without(int input) => Cases[input] is { } cases ? With(input, [.. cases.Select(_ => true)], Rows)
        : With(input, double.NegativeInfinity, double.PositiveInfinity, Rows);

    public BoxLimits WithRows(int[] rows) => new(Low, High, Cases, rows);

    public bool IsRestricted(int input) => Cases[input] is { } cases ? cases.Contains(false)
        : !double.IsInfinity(Low[input]) || !double.IsInfinity(High[input]);

    /// <summary>Whether a row satisfies the limits on one input.</summary>
    public bool Has(InputData data, int row, int input) => Cases[input] is { } cases ? cases[data.Inputs[input].Case(row)]
        : data.Inputs[input].Values[row] is var value && value >= Low[input] && value <= High[input];

    /// <summary>Whether a row satisfies the limits on all inputs except one.</summary>
    public bool HasBut(InputData data, int row, int except)
    {
        for (var j = 0; j < Low.Length; j++)
        {
            if (j != except && !Has(data, row, j)) return false;
        }

        return true;
    }
}
