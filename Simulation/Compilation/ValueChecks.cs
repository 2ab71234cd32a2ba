namespace Supply.Compilation;

/// <summary>Checks quantities and paths. What they return says whether the bounds of the value can be trusted.</summary>
internal sealed class ValueChecks(TimeChecks times, Problems problems)
{
    /// <summary>A hundred years. A longer time is a slip of the unit; only the far tail of a distribution may lie beyond.</summary>
    private const double MostDays = 36_525;

    /// <summary>Ten times as much is beyond what a change of a capacity or requirement can mean; 30 is a slip for 30 %.</summary>
    private const double MostChange = 10;

    private readonly NumberChecks numbers = new(times, problems);

    public TimeChecks Times => times;

    /// <summary>What has to be said when all numbers were seen.</summary>
    public void Close() => NameChecks.Unique(numbers.Names, "Scenario", "uncertain number", problems);

    public bool Rounds(string place, string what, Rounds rounds) => numbers.Check(place, what, rounds.Value, NumberChecks.Most, " rounds", varies: false);

    public void Units(string place, string what, Units units) => numbers.Check(place, what, units.Value, NumberChecks.Most, "", varies: false);

    public void Money(string place, string what, Money? money)
    {
        if (money is not null) numbers.Check(place, what, money.Value, NumberChecks.Most, "", varies: false);
    }

    /// <summary>A factor of a price, a number of events or the like: at least 0, and the same in all steps of a replication.</summary>
    public void Constant(string place, string what, Uncertain number) => numbers.Check(place, what, number, NumberChecks.Most, "", varies: false);

    /// <summary>A standard deviation of a logarithm.</summary>
    public void Spread(string place, string what, Uncertain spread) => numbers.Check(place, what, spread, NumberChecks.WidestFactor, "", varies: false);

    /// <summary>A constant for which 0 makes no sense.</summary>
    public void AboveZero(string place, string what, Uncertain number)
    {
        if (!numbers.Check(place, what, number, NumberChecks.Most, "", varies: false) || Bounds.Of(number).Low != 0) return;
        problems.Add(place, $"{what} {(number is ExactlyValue ? "is" : "may be")} 0; it must be above 0.");
    }

    public bool Days(string place, string what, Days days, bool above = false)
    {
        if (!numbers.Check(place, what, days.Value, NumberChecks.Most, " days", varies: false)) return false;
        var bounds = Bounds.Of(days.Value);
        if (above && bounds.Low == 0) problems.Add(place, $"{what} {(bounds.High == 0 ? "is" : "may be")} 0 days; it must be above 0.");
        if (bounds.Low > MostDays) problems.Add(place, $"{what} is {(days.Value is ExactlyValue ? "" : "at least ")}{Text.Reach(bounds.Low, MostDays)} days; it must be at most {Text.Number(MostDays)} days, a hundred years.");
        return true;
    }

    public bool Fraction(string place, string what, Fraction fraction) => numbers.Check(place, what, fraction.Value, 1, "", varies: false);

    public void Factor(string place, string what, Uncertain factor) => numbers.Check(place, what, factor, NumberChecks.Most, "", varies: true);

    /// <summary>The factor of a change. Only the far tail of a distribution may lie beyond what a change can mean.</summary>
    public void ChangeFactor(string place, string what, Uncertain factor)
    {
        if (!numbers.Check(place, what, factor, NumberChecks.Most, "", varies: true) || NumberChecks.Written(factor) is not (> MostChange and <= NumberChecks.Most and var most)) return;
        problems.Add(place, $"{what} {(factor is ExactlyValue ? "is" : "may reach")} {Text.Number(most)}; it must lie in 0..{MostChange}, where 1 changes nothing. Is it a percentage? For {Text.Number(most)} % write {Text.Number(most / 100)}.");
    }

    public void Rate(string place, string what, Rate rate, string of = "rounds") =>
        numbers.Check(place, what, rate.Value, NumberChecks.Most, " " + Text.Unit(rate.Unit, of), varies: true);

    /// <param name="place">Where it stands.</param>
    /// <param name="what">What it is.</param>
    /// <param name="path">The path.</param>
    /// <param name="of">What its rates count.</param>
    public void Path(string place, string what, RatePath path, string of = "rounds")
    {
        for (var i = 0; i < path.Factors.Count; i++) Factor(place, path.Factors.Count == 1 ? $"factor of {what}" : $"factor {i + 1} of {what}", path.Factors[i]);
        switch (path)
        {
            case ConstantPath constant:
                Rate(place, what, constant.Rate, of);
                break;
            case TablePath table:
                Table(place, what, table, of);
                break;
            case FirstOrderPath firstOrder:
                times.Kind(place, $"start of {what}", firstOrder.Start);
                Rate(place, what + " before the approach", firstOrder.From, of);
                Rate(place, what + " approached", firstOrder.To, of);
                Days(place, "time constant of " + what, firstOrder.TimeConstant, above: true);
                break;
            case LogisticPath logistic:
                times.Kind(place, $"midpoint of {what}", logistic.Midpoint);
                Rate(place, what + " before the ramp", logistic.From, of);
                Rate(place, what + " after the ramp", logistic.To, of);
                Days(place, "duration of the ramp of " + what, logistic.Duration, above: true);
                Days(place, "slip of the ramp of " + what, logistic.Slip);
                break;
            case PerStepPath perStep:
                PerStep(place, what, perStep, of);
                break;
        }
    }

    private void Table(string place, string what, TablePath table, string of)
    {
        if (table.Points.Count == 0) problems.Add(place, $"{what} is a table without points; it needs at least one.");
        foreach (var point in table.Points) Rate(place, $"{what} at {point.At}", point.Rate, of);
        if (!table.Points.Select(point => times.Kind(place, "a point of " + what, point.At)).ToArray().All(fits => fits)) return;
        for (var i = 1; i < table.Points.Count; i++)
        {
            var (before, at) = (table.Points[i - 1].At, table.Points[i].At);
            if (!times.InOrder(before, at)) problems.Add(place, $"{what} has a point at {at} behind one at {before}; points must be in order of time.");
        }
    }

    private void PerStep(string place, string what, PerStepPath path, string of)
    {
        if (times.Steps is { } steps && path.RoundsPerDay.Count != steps)
        {
            problems.Add(place, $"{what} has {path.RoundsPerDay.Count} values; it needs one for each of the {steps} steps.");
        }

        for (var i = 0; i < path.RoundsPerDay.Count; i++)
        {
            var value = path.RoundsPerDay[i];
            var fault = NumberChecks.Finite(value) ?? (value >= 0 ? null : $"is {Text.Number(value)} {of}/day; it must be at least 0");
            if (fault is null) continue;
            problems.Add(place, $"{what} at step {i} {fault}.");
            return;
        }
    }
}
