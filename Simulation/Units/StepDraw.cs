using static Supply.UncertainWords;

namespace Supply;

/// <summary>
/// The distribution of an amount that is drawn in each step, independently of all other steps and numbers; see
/// <see cref="RatePath.Drawn"/>. It is chance, and not an <see cref="Uncertain"/> number, of which a replication draws one value.
/// </summary>
public abstract record StepDraw
{
    private protected StepDraw() { }

    /// <summary>A Poisson number: single events that come independently of one another.</summary>
    /// <param name="mean">The mean of a step, 0 to 1e6.</param>
    public static StepDraw Poisson(double mean) => new PoissonDraw(mean);

    /// <summary>A normal number; what is below 0 counts as 0.</summary>
    /// <param name="mean">The mean of a step before it is cut at 0, at least 0.</param>
    /// <param name="sd">The standard deviation before it is cut at 0, at least 0.</param>
    public static StepDraw Normal(double mean, double sd) => new NormalDraw(mean, sd);

    /// <summary>A gamma number: its mean is shape times scale, its variance shape times the square of the scale.</summary>
    /// <param name="shape">The shape, 0.05 to 1e6; 1 is an exponential number.</param>
    /// <param name="scale">The scale in units of the amount, at least 0.</param>
    public static StepDraw Gamma(double shape, double scale) => new GammaDraw(shape, scale);

    /// <summary>A Poisson number of events, each with a size of its own: salvoes, orders, transports.</summary>
    /// <param name="mean">The mean number of events in a step, 0 to 500.</param>
    /// <param name="sizes">The sizes an event may have, whole numbers from 1 to 1,000, at most 100, with their weights.</param>
    public static StepDraw CompoundPoisson(double mean, params ReadOnlySpan<(double Size, double Weight)> sizes) =>
        new CompoundPoissonDraw(mean, Outcomes(sizes));

    /// <summary>One of some values.</summary>
    /// <param name="values">The values, at least 0 and at most 10,000 of them, with their weights.</param>
    public static StepDraw Discrete(params ReadOnlySpan<(double Value, double Weight)> values) => new DiscreteDraw(Outcomes(values));

    /// <summary>The distribution in words, for example <c>Poisson with mean 4</c>.</summary>
    public sealed override string ToString() => Words;

    /// <summary>The words of <see cref="ToString"/>.</summary>
    private protected abstract string Words { get; }

    private static Items<StepOutcome> Outcomes(ReadOnlySpan<(double Value, double Weight)> pairs)
    {
        var list = new StepOutcome[pairs.Length];
        for (var i = 0; i < list.Length; i++) list[i] = new(pairs[i].Value, pairs[i].Weight);
        return Items.Of<StepOutcome>(list);
    }
}

internal sealed record PoissonDraw(double Mean) : StepDraw
{
    private protected override string Words => $"Poisson with mean {Digits(Mean)}";
}

internal sealed record NormalDraw(double Mean, double Sd) : StepDraw
{
    private protected override string Words => $"normal with mean {Digits(Mean)} and standard deviation {Digits(Sd)}, at least 0";
}

internal sealed record GammaDraw(double Shape, double Scale) : StepDraw
{
    private protected override string Words => $"gamma with shape {Digits(Shape)} and scale {Digits(Scale)}";
}

internal sealed record CompoundPoissonDraw(double Mean, Items<StepOutcome> Sizes) : StepDraw
{
    private protected override string Words => $"Poisson events with mean {Digits(Mean)}, each of {string.Join(", ", Sizes)}";
}

internal sealed record DiscreteDraw(Items<StepOutcome> Values) : StepDraw
{
    private protected override string Words => $"one of {string.Join(", ", Values)}";
}
