namespace Supply.Compilation;

/// <summary>Checks numbers, paths and moments. Draws with one name must be one number.</summary>
internal sealed class ValueChecks(Horizon horizon, Problems problems)
{
    private readonly Dictionary<string, (Uncertain Number, string Place)> named = [];

    public Horizon Horizon => horizon;

    public void Rounds(string place, string what, Rounds rounds) => Constant(place, what, rounds.Value, 0, double.PositiveInfinity, " rounds");

    public void Days(string place, string what, Days days, bool above = false)
    {
        Constant(place, what, days.Value, 0, double.PositiveInfinity, " days");
        if (above && Bounds.Of(days.Value).Low == 0) problems.Add(place, $"{what} may be 0 days; it must be above 0.");
    }

    public void Fraction(string place, string what, Fraction fraction) => Constant(place, what, fraction.Value, 0, 1, "");

    public void Factor(string place, string what, Uncertain factor) => Number(place, what, factor, 0, double.PositiveInfinity, "", varies: true);

    public void Rate(string place, string what, Rate rate) =>
        Number(place, what, rate.Value, 0, double.PositiveInfinity, " " + Text.Unit(rate.Unit), varies: true);

    public void Path(string place, string what, RatePath path)
    {
        for (var i = 0; i < path.Factors.Count; i++) Factor(place, $"factor {i + 1} of {what}", path.Factors[i]);
        switch (path)
        {
            case ConstantPath constant:
                Rate(place, what, constant.Rate);
                break;
            case TablePath table:
                Table(place, what, table);
                break;
            case FirstOrderPath firstOrder:
                Kind(place, what, firstOrder.Start);
                Rate(place, what + " before the approach", firstOrder.From);
                Rate(place, what + " approached", firstOrder.To);
                Days(place, "time constant of " + what, firstOrder.TimeConstant, above: true);
                break;
            case PerStepPath perStep:
                PerStep(place, what, perStep);
                break;
        }
    }

    /// <summary>A moment must be of the horizon's kind and inside it.</summary>
    public bool Moment(string place, Moment moment, string what)
    {
        if (!Kind(place, what, moment)) return false;
        var step = horizon.StepAt(moment);
        if (step >= 0 && step < horizon.Steps && horizon.DaysTo(moment) >= 0) return true;
        problems.Add(place, $"{what} is {moment}; the horizon runs from {horizon.Label(0)} to {LastLabel}.");
        return false;
    }

    /// <summary>Dates go with dated horizons, step indices with plain ones or both.</summary>
    public bool Kind(string place, string what, Moment moment)
    {
        if (moment.Date is null || horizon.Start is not null) return true;
        problems.Add(place, $"{what} is the date {moment}, but the horizon has plain steps 0 to {horizon.Steps - 1}.");
        return false;
    }

    private string LastLabel => horizon.End is { } end ? ((Moment)end).ToString() : horizon.Label(horizon.Steps - 1);

    private void Table(string place, string what, TablePath table)
    {
        if (table.Points.Count == 0) problems.Add(place, $"{what} is a table without points; it needs at least one.");
        foreach (var point in table.Points) Rate(place, $"{what} at {point.At}", point.Rate);
        if (!table.Points.All(point => Kind(place, what, point.At))) return;
        for (var i = 1; i < table.Points.Count; i++)
        {
            var (before, at) = (table.Points[i - 1].At, table.Points[i].At);
            if (horizon.DaysTo(at) <= horizon.DaysTo(before)) problems.Add(place, $"{what} has a point at {at} behind one at {before}; points must be in order of time.");
        }
    }

    private void PerStep(string place, string what, PerStepPath path)
    {
        if (path.RoundsPerDay.Count < horizon.Steps)
        {
            problems.Add(place, $"{what} has {path.RoundsPerDay.Count} values by step; the horizon has {horizon.Steps} steps.");
        }

        for (var i = 0; i < path.RoundsPerDay.Count; i++)
        {
            if (!(path.RoundsPerDay[i] >= 0) || double.IsInfinity(path.RoundsPerDay[i]))
            {
                problems.Add(place, $"{what} is {Text.Number(path.RoundsPerDay[i])} rounds/day at step {i}; it must be a number of at least 0.");
                return;
            }
        }
    }

    private void Constant(string place, string what, Uncertain number, double low, double high, string unit) =>
        Number(place, what, number, low, high, unit, varies: false);

    private void Number(string place, string what, Uncertain number, double low, double high, string unit, bool varies)
    {
        if (!Sound(place, what, number, varies)) return;
        var bounds = Bounds.Of(number);
        var limit = double.IsInfinity(high) ? $"it must be at least {Text.Number(low)}" : $"it must lie in {Text.Number(low)}..{Text.Number(high)}";
        var verb = number is ExactlyValue ? "is" : "may reach";
        if (bounds.Low < low) problems.Add(place, $"{what} {verb} {Text.Number(bounds.Low)}{unit}; {limit}.");
        if (bounds.High > high) problems.Add(place, $"{what} {verb} {Text.Number(bounds.High)}{unit}; {limit}.");
    }

    /// <summary>The number is well defined in itself.</summary>
    private bool Sound(string place, string what, Uncertain number, bool varies)
    {
        Named(place, what, number);
        string? fault = number switch
        {
            ExactlyValue one => Finite(one.Value),
            UniformValue one => Finite(one.Low, one.High) ?? Order("low", one.Low, "high", one.High),
            TriangularValue one => Finite(one.Low, one.Mode, one.High) ?? Order("low", one.Low, "mode", one.Mode) ?? Order("mode", one.Mode, "high", one.High),
            NormalValue one => Finite(one.Mean, one.Sd) ?? AtLeastZero("standard deviation", one.Sd),
            LogNormalValue one => Finite(one.Low, one.High, one.Probability) ?? LogNormal(one),
            OneOfValue one => Weights(one),
            DriftValue one => Varying(varies) ?? Finite(one.SdPerYear) ?? AtLeastZero("standard deviation per year", one.SdPerYear),
            NoiseValue one => Varying(varies) ?? Finite(one.Sd, one.CorrelationDays) ?? AtLeastZero("standard deviation", one.Sd)
                ?? (one.CorrelationDays > 0 ? null : $"has a correlation of {Text.Number(one.CorrelationDays)} days; it must be above 0"),
            _ => null,
        };
        if (fault is not null)
        {
            problems.Add(place, $"{what} {fault}.");
            return false;
        }

        return number switch
        {
            DriftValue drift => Kind(place, what + " drift", drift.From),
            ProductValue product => Sound(place, what, product.Left, varies) & Sound(place, what, product.Right, varies),
            OneOfValue oneOf => oneOf.Cases.Select(one => Sound(place, $"{what} in case \"{one.Label}\"", one.Value, varies)).ToArray().All(sound => sound),
            _ => true,
        };
    }

    private void Named(string place, string what, Uncertain number)
    {
        if (number.Key is not { } key) return;
        if (number is ExactlyValue or ProductValue)
        {
            problems.Add(place, $"{what} is named \"{number.Name}\", but only a drawn number can be: name the uncertain number itself.");
            return;
        }

        var plain = number with { Source = null, Name = null };
        if (named.TryAdd(key, (plain, $"{place}, {what}"))) return;
        var (first, where) = named[key];
        var same = (first, plain) switch
        {
            (OneOfValue a, OneOfValue b) => a.Cases.Select(one => (one.Label, one.Weight)).SequenceEqual(b.Cases.Select(one => (one.Label, one.Weight))),
            _ => first == plain,
        };
        if (!same) problems.Add(place, $"{what} is named \"{number.Name}\" but has another distribution than in {where}; one name is one draw.");
    }

    private static string? Finite(params double[] values) =>
        values.Where(value => !double.IsFinite(value)).Select(value => $"is {Text.Number(value)}; it must be a finite number").FirstOrDefault();

    private static string? Order(string low, double lowValue, string high, double highValue) =>
        lowValue <= highValue ? null : $"has {low} {Text.Number(lowValue)} above {high} {Text.Number(highValue)}";

    private static string? AtLeastZero(string what, double value) => value >= 0 ? null : $"has a {what} of {Text.Number(value)}; it must be at least 0";

    private static string? LogNormal(LogNormalValue number) =>
        number.Low > 0 && number.Low <= number.High && number.Probability is > 0 and < 1 ? null
        : $"is log-normal from {Text.Number(number.Low)} to {Text.Number(number.High)} with probability {Text.Number(number.Probability)}; it needs 0 < low <= high and a probability between 0 and 1";

    private static string? Varying(bool varies) => varies ? null : "varies from step to step (drift or noise); that is for rates and factors only";

    private static string? Weights(OneOfValue number) =>
        number.Cases.Count == 0 ? "is one of no cases; it needs at least one"
        : number.Cases.Any(one => !(one.Weight >= 0) || double.IsInfinity(one.Weight)) || !(number.Cases.Sum(one => one.Weight) > 0)
            ? $"has the weights {string.Join(", ", number.Cases.Select(one => Text.Number(one.Weight)))}; each must be at least 0, and one above 0"
        : number.Cases.Select(one => one.Label).Distinct().Count() < number.Cases.Count ? "has two cases with one label"
        : null;
}
