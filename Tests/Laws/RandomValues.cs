namespace Supply.Tests.Laws;

/// <summary>Uncertain numbers and rate paths of every kind.</summary>
internal sealed class RandomValues(Dice dice, Horizon horizon, int named = 0)
{
    /// <summary>
    /// Rounds around a level. A log-normal is a factor of an exact level here, so that the amount can be scaled without changing its draw.
    /// </summary>
    public Uncertain Amount(double level) => dice.Whole(0, 9) switch
    {
        0 => Uncertain.Uniform(level / 2, level * 1.5),
        1 => Uncertain.Triangular(level / 2, level, level * 2),
        2 => Uncertain.Normal(level, level / 20),
        3 => Uncertain.Exactly(level) * Uncertain.LogNormal(0.7, 1.4),
        4 =>
            Uncertain.OneOf(new Alternative("low", 1, level / 2), new("middle", 2, Uncertain.Uniform(level, level * 1.25)),
                new("high", 1, level * 2)),
        5 => Uncertain.Exactly(level) * Uncertain.Uniform(0.75, 1.25).Named("shared level"),
        6 => Uncertain.Uniform(level, level * 2).Named($"number {++named}"),
        7 => Uncertain.Pert(level / 2, level, level * 3),
        _ => level,
    };

    public Rounds Rounds(double level) => dice.Chance(0.1) ? Supply.Rounds.None : Supply.Rounds.Of(Amount(level));

    public Fraction Fraction(double high) => Supply.Fraction.Of(dice.Whole(0, 5) switch
    {
        0 => Uncertain.Uniform(0, high),
        1 => Uncertain.Triangular(0, high / 2, high),
        2 => Uncertain.OneOf(new Alternative("none", 1, 0), new("some", 3, Uncertain.Uniform(high / 2, high))),
        3 => 0,
        _ => dice.Number(0, high),
    });

    public Days Days(double low, double high) => Supply.Days.Of(dice.Whole(0, 4) switch
    {
        0 => Uncertain.Uniform(low, high),
        1 => Uncertain.LogNormal(Math.Max(low, 0.5), high),
        2 => Uncertain.OneOf(new Alternative("short", 1, low), new("long", 1, high)),
        _ => dice.Number(low, high),
    });

    public Uncertain Factor() => dice.Whole(0, 6) switch
    {
        0 => Uncertain.Uniform(0.5, 1.5),
        1 => Uncertain.LogNormal(0.8, 1.25, 0.5),
        2 => Uncertain.Drift(Moment(), 0.3),
        3 => Uncertain.Noise(0.2, 10),
        4 => Uncertain.Noise(0.1, 30).Named("weather"),
        5 => Uncertain.Uniform(0.9, 1.1) * Uncertain.Noise(0.1, 5),
        _ => dice.Number(0, 2),
    };

    public Rate Rate(double perDay) => dice.Whole(0, 2) switch
    {
        0 => Supply.Rate.PerDay(Amount(perDay)),
        1 => Supply.Rate.PerMonth(Amount(perDay * 30)),
        _ => Supply.Rate.PerYear(Amount(perDay * 365)),
    };

    public RatePath Path(double perDay)
    {
        var early = Moment(0, horizon.Steps / 2);
        var late = Moment(horizon.Steps / 2 + 1, horizon.Steps - 1);
        RatePath path = dice.Whole(0, 8) switch
        {
            0 => RatePath.Linear(early, Rate(perDay / 2), late, Rate(perDay)),
            1 => RatePath.FirstOrder(early, Rate(perDay), Rate(perDay * 2), Days(5, 40)),
            2 => RatePath.Table(Interpolation.Step, (early, Rate(perDay)), (late, Rate(perDay / 4))),
            3 => RatePath.Table((early, Supply.Rate.PerDay(perDay)), (late, Supply.Rate.PerDay(0))),
            5 => RatePath.Logistic(early, Rate(perDay / 2), Rate(perDay), Days(10, 60), Days(0, 20)),
            4 => RatePath.PerStep([.. Enumerable.Range(0, horizon.Steps).Select(_ => dice.Number(0, perDay))]),
            8 => RatePath.Drawn(Draw(perDay * horizon.StepDays), horizon.StepDays),
            _ => Rate(perDay),
        };
        while (dice.Chance(0.3)) path = path.Times(Factor());
        return path;
    }

    /// <summary>A lead time: none, an exact one or an uncertain one.</summary>
    public Days LeadTime(double high) => dice.Chance(0.3) ? Supply.Days.None : Days(0.5, high);

    /// <summary>An amount of about this mean that is drawn in each step.</summary>
    public StepDraw Draw(double mean) => dice.Whole(0, 4) switch
    {
        0 => StepDraw.Poisson(mean),
        1 => StepDraw.Normal(mean, mean * dice.Number(0, 1)),
        2 when dice.Number(0.1, 9) is var shape => StepDraw.Gamma(shape, mean / shape),
        3 => StepDraw.CompoundPoisson(Math.Min(mean / 10, 100), (5, dice.Number(0, 1)), (dice.Whole(8, 40), dice.Number(0.5, 1))),
        _ => StepDraw.Discrete((mean / 2, dice.Number(0, 1)), (0, 1), (mean * dice.Number(1, 3), dice.Number(0.5, 1))),
    };

    /// <summary>A moment of the horizon: a date where it has dates, sometimes a step.</summary>
    public Moment Moment() => Moment(0, horizon.Steps - 1);

    public Moment Moment(int first, int last)
    {
        var step = dice.Whole(first, last);
        return horizon.StartOf(step) is { } date && dice.Chance(0.7) ? date : Supply.Moment.AtStep(step);
    }
}
