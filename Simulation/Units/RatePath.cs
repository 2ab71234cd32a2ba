namespace Supply;

/// <summary>
/// A rate as it changes over time: constant, linear ramp, logistic ramp, first-order approach, table of points, a value for each step, or
/// an amount drawn in each step, times any number of factors. A table keeps its first value before its first point and its last value
/// after its last point.
/// </summary>
public abstract record RatePath
{
    private protected RatePath() { }

    /// <summary>
    /// Factors (dimensionless, at least 0) that multiply the path; each may be uncertain, a drift or noise. Default: none.
    /// </summary>
    public Items<Uncertain> Factors { get; init; } = Items<Uncertain>.Empty;

    /// <summary>The same rate at all times.</summary>
    public static implicit operator RatePath(Rate rate) => new ConstantPath(rate);

    /// <summary>The same rate at all times.</summary>
    public static RatePath Constant(Rate rate) => new ConstantPath(rate);

    /// <summary>A straight ramp from one rate to another, level before and after.</summary>
    public static RatePath Linear(Moment start, Rate from, Moment end, Rate to) =>
        new TablePath(Interpolation.Linear, [new(start, from), new(end, to)]);

    /// <summary>
    /// Level at <paramref name="from"/> until <paramref name="start"/>, then the first-order approach
    /// to + (from - to) exp(-elapsed / <paramref name="timeConstant"/>), elapsed days counted at the start of a step.
    /// </summary>
    /// <param name="start">The day at whose start the approach begins.</param>
    /// <param name="from">The rate before.</param>
    /// <param name="to">The rate approached.</param>
    /// <param name="timeConstant">Days after which 63 percent of the change is complete; at least 1e-9.</param>
    public static RatePath FirstOrder(Moment start, Rate from, Rate to, Days timeConstant) =>
        new FirstOrderPath(start, from, to, timeConstant);

    /// <summary>
    /// An S-shaped ramp: from + (to - from) / (1 + exp(-2 ln 9 (elapsed - slip) / <paramref name="duration"/>)), elapsed days from the
    /// midpoint to the start of a step. It has no first or last day: a tenth of the change is complete half the duration before the
    /// midpoint, nine tenths half the duration after it, and all but 1.2 % a whole duration after it.
    /// </summary>
    /// <param name="midpoint">The day at whose start half of the change is complete; it may lie outside the horizon.</param>
    /// <param name="from">The rate long before.</param>
    /// <param name="to">The rate long after.</param>
    /// <param name="duration">Days from a tenth to nine tenths of the change; at least 1e-9.</param>
    /// <param name="slip">
    /// Days by which the midpoint comes later, at least 0; null: none. An uncertain slip makes the date uncertain.
    /// </param>
    public static RatePath Logistic(Moment midpoint, Rate from, Rate to, Days duration, Days? slip = null) =>
        new LogisticPath(midpoint, from, to, duration, slip ?? Days.None);

    /// <summary>Points in order of time with straight lines between them.</summary>
    public static RatePath Table(params ReadOnlySpan<(Moment At, Rate Rate)> points) => Table(Interpolation.Linear, points);

    /// <summary>Points in order of time, with the given interpolation between them.</summary>
    public static RatePath Table(Interpolation interpolation, params ReadOnlySpan<(Moment At, Rate Rate)> points)
    {
        var list = new RatePoint[points.Length];
        for (var i = 0; i < list.Length; i++) list[i] = new(points[i].At, points[i].Rate);
        return new TablePath(interpolation, Items.Of<RatePoint>(list));
    }

    /// <summary>An exact value in rounds per day for each step of the horizon.</summary>
    public static RatePath PerStep(params ReadOnlySpan<double> roundsPerDay) => new PerStepPath(Items.Of(roundsPerDay));

    /// <summary>
    /// An amount drawn in each step, independently of all other steps: chance from step to step, where an uncertain number is one
    /// value of each replication.
    /// </summary>
    /// <param name="amount">The distribution of the rounds of a whole step.</param>
    /// <param name="stepDays">
    /// Days in the step that the distribution is of, 0.001 to 366; a scenario with another step is refused, since the distribution of one
    /// step is not that of another.
    /// </param>
    public static RatePath Drawn(StepDraw amount, double stepDays) => new DrawnPath(amount, stepDays);

    /// <summary>This path times <paramref name="factor"/>, which may be uncertain, a drift or noise.</summary>
    public RatePath Times(Uncertain factor) => this with { Factors = Factors.Add(factor) };

    /// <summary>The path in words, for example <c>100 rounds/day, times 0.9 to 1.1, all equally likely</c>.</summary>
    public sealed override string ToString() => string.Concat([Words, .. Factors.Select(factor => $", times {factor}")]);

    /// <summary>The path in words without its factors.</summary>
    private protected abstract string Words { get; }
}

internal sealed record ConstantPath(Rate Rate) : RatePath
{
    private protected override string Words => Rate.ToString();
}

internal sealed record TablePath(Interpolation Interpolation, Items<RatePoint> Points) : RatePath
{
    private protected override string Words => Interpolation == Interpolation.Step
        ? string.Join(", ", Points.Select(point => $"{point.Rate} from {point.At}"))
        : string.Join(", ", Points.Select(point => $"{point.Rate} at {point.At}")) + ", straight lines between";
}

internal sealed record FirstOrderPath(Moment Start, Rate From, Rate To, Days TimeConstant) : RatePath
{
    private protected override string Words => $"{From}, from {Start} towards {To}, time constant {TimeConstant}";
}

internal sealed record LogisticPath(Moment Midpoint, Rate From, Rate To, Days Duration, Days Slip) : RatePath
{
    private protected override string Words =>
        $"{From} to {To}, half of the change by {Midpoint}, S-shaped over {Duration}{(Slip == Days.None ? "" : $", later by {Slip}")}";
}

internal sealed record PerStepPath(Items<double> RoundsPerDay) : RatePath
{
    private protected override string Words => RoundsPerDay.Count == 0 ? "no rates"
        : FormattableString.Invariant($"{RoundsPerDay.Count:#,0} steps of {UncertainWords.Digits(RoundsPerDay.Min())} to ")
            + Rate.PerDay(RoundsPerDay.Max());
}

internal sealed record DrawnPath(StepDraw Amount, double StepDays) : RatePath
{
    private protected override string Words =>
        $"{Amount}, drawn in each step of {UncertainWords.Digits(StepDays)} {(StepDays == 1 ? "day" : "days")}";
}
