using Supply.Maths;
using static Supply.Programs.Arithmetic;


namespace Supply.Programs;

/// <summary>Turns uncertain numbers and rate paths into terms. Equal names become one draw.</summary>
internal sealed class NumberTerms(ProgramBuilder builder, Horizon horizon, bool quiet = false)
{
    /// <summary>Days of a year on average.</summary>
    public const double DaysPerYear = 365.25;

    /// <summary>2 ln 9, by which the exponent of a logistic curve grows from a tenth to nine tenths of the way.</summary>
    public const double TenthToNineTenths = 4.394449154672439;

    private readonly Dictionary<string, Term> noiseFactors = [];

    /// <summary>Whether what is drawn from step to step is replaced by its mean.</summary>
    public bool IsQuiet => quiet;

    /// <summary>The value of a number.</summary>
    /// <param name="number">The number; already checked.</param>
    /// <param name="place">The address of its draw if it has no name of its own.</param>
    public Term Of(Uncertain number, string place)
    {
        var key = number.Key ?? place;
        var name = number.Name ?? place;
        Term Drawn(Func<Term, Term> quantile) => builder.Parameter(key, name, Bounds.Of(number), quantile, Owner(number));
        return number switch
        {
            ExactlyValue exactly => builder.Constant(exactly.Value),
            UniformValue uniform => Drawn(u => uniform.Low + (uniform.High - uniform.Low) * u),
            TriangularValue triangular => Drawn(u => Triangular(triangular, u)),
            PertValue pert => Drawn(u => Pert(pert, u)),
            NormalValue normal => Drawn(u => normal.Mean + normal.Sd * InverseNormal(u)),
            LogNormalValue logNormal => Drawn(u => LogNormal(logNormal, u)),
            ProductValue product => Of(product.Left, place + "/left") * Of(product.Right, place + "/right"),
            OneOfValue oneOf => OneOf(oneOf, key, name, place),
            DriftValue drift => Drift(drift, key, name),
            NoiseValue noise => Noise(noise, key),
            _ => throw new NotSupportedException($"{number.GetType().Name} has no equations."),
        };
    }

    /// <summary>Rounds in each step.</summary>
    public Term PerStep(RatePath path, string place)
    {
        var amount = path is DrawnPath drawn ? Drawn(drawn, place) : PerDay(path, place);
        foreach (var (i, factor) in path.Factors.Index()) amount *= Of(factor, $"{place}/factors/{i}");
        return path is DrawnPath ? amount : amount * horizon.StepDays;
    }

    /// <summary>Rounds per day at the start of each step, without factors.</summary>
    private Term PerDay(RatePath path, string place)
    {
        return path switch
        {
            ConstantPath constant => PerDay(constant.Rate, place),
            TablePath table => Table(table, place),
            FirstOrderPath firstOrder => FirstOrder(firstOrder, place),
            LogisticPath logistic => Logistic(logistic, place),
            PerStepPath perStep => builder.Table([.. perStep.RoundsPerDay.Take(builder.Steps)]),
            _ => throw new NotSupportedException($"{path.GetType().Name} has no equations."),
        };
    }

    /// <summary>The quantile of a distribution at the draw of the step.</summary>
    private Term Drawn(DrawnPath path, string place)
    {
        if (quiet) return builder.Constant(StepQuantile.MeanOf(path.Amount));
        var z = builder.Normal(place, path);
        return path.Amount is NormalDraw normal ? Max(0, normal.Mean + normal.Sd * z) : builder.Quantile(path.Amount, z);
    }

    private Term PerDay(Rate rate, string place) => Of(rate.Value, place) * (1 / rate.UnitDays);

    private Term Table(TablePath table, string place)
    {
        var points = table.Points.Select((point, i) => PerDay(point.Rate, $"{place}/points/{i}")).ToArray();
        var days = table.Points.Select(point => horizon.DaysTo(point.At)).ToArray();
        var left = new int[builder.Steps];
        var weight = new double[builder.Steps];
        for (int step = 0, i = 0; step < builder.Steps; step++)
        {
            var now = step * horizon.StepDays;
            while (i + 1 < days.Length && days[i + 1] <= now) i++;
            left[step] = i;
            if (table.Interpolation == Interpolation.Linear && i + 1 < days.Length)
            {
                weight[step] = Math.Clamp((now - days[i]) / (days[i + 1] - days[i]), 0, 1);
            }
        }

        return builder.Lookup(points, left, weight);
    }

    private Term FirstOrder(FirstOrderPath path, string place)
    {
        var start = horizon.DaysTo(path.Start);
        var elapsed = ByTime(now => Math.Max(0, now - start));
        var from = PerDay(path.From, place + "/from");
        var to = PerDay(path.To, place + "/to");
        var left = Exp(-elapsed / Of(path.TimeConstant.Value, place + "/timeConstant"));
        return to + (from - to) * left;
    }

    private Term Logistic(LogisticPath path, string place)
    {
        var midpoint = horizon.DaysTo(path.Midpoint);
        var before = ByTime(now => midpoint - now);
        var from = PerDay(path.From, place + "/from");
        var to = PerDay(path.To, place + "/to");
        var duration = Of(path.Duration.Value, place + "/duration");
        var left = before + Of(path.Slip.Value, place + "/slip");
        // Far before the midpoint the exponential is infinite and the share 0, without a NaN on the way.
        var share = 1 / (1 + Exp(TenthToNineTenths * left / duration));
        return from + (to - from) * share;
    }

    private Term OneOf(OneOfValue number, string key, string name, string place)
    {
        var total = number.Cases.Sum(one => one.Weight);
        var limits = new double[number.Cases.Count];
        var sum = 0.0;
        for (var i = 0; i < limits.Length; i++) limits[i] = (sum += number.Cases[i].Weight) / total;

        var choice = builder.Parameter(key, name, new(0, limits.Length - 1), uniform => builder.Sum(
            limits.SkipLast(1).Select(limit => 1 - (uniform < limit))), Owner(number));
        var values = number.Cases.Select(one => Of(one.Value, $"{place}/{one.Label}")).ToArray();
        var value = values[^1];
        for (var i = values.Length - 2; i >= 0; i--) value = If(choice < i + 0.5, values[i], value);
        return value;
    }

    private Term Drift(DriftValue drift, string key, string name)
    {
        var start = horizon.DaysTo(drift.From);
        var longest = drift.Until is { } until ? horizon.DaysTo(until) - start : double.PositiveInfinity;
        var years = ByTime(now => Math.Clamp(now - start, 0, longest) / DaysPerYear);
        var slope = builder.Parameter(key, name, new(-Bounds.NormalReach, Bounds.NormalReach), InverseNormal, Owner(drift));
        return Exp(slope * drift.SdPerYear * years);
    }

    private Term Noise(NoiseValue noise, string key)
    {
        if (quiet) return builder.Constant(Maths.Exp.Of(0.5 * noise.Sd * noise.Sd));
        builder.Own(key, Owner(noise));
        if (noiseFactors.TryGetValue(key, out var factor)) return factor;
        var keep = Maths.Exp.Of(-horizon.StepDays / noise.CorrelationDays);
        var fresh = noise.Sd * Math.Sqrt(1 - keep * keep);
        var keeps = ByStep(step => step == 0 ? 0 : keep);
        var freshes = ByStep(step => step == 0 ? noise.Sd : fresh);
        var state = builder.NewState($"noise[{key}]", builder.Zero);
        state.Now = keeps * state.Now + freshes * builder.Normal(key, Owner(noise));
        factor = Exp(state.Now);
        factor.Label ??= $"factor[{key}]";
        return noiseFactors[key] = factor;
    }

    /// <summary>The number itself where the address of its place is its key; null where its name is.</summary>
    private static Uncertain? Owner(Uncertain number) => number.Key is null ? number : null;

    private static Term LogNormal(LogNormalValue number, Term uniform)
    {
        var (mu, sigma) = Bounds.LogMoments(number);
        return Exp(mu + sigma * InverseNormal(uniform));
    }

    private Term Triangular(TriangularValue number, Term uniform)
    {
        var (width, rise, fall) = (number.High - number.Low, number.Mode - number.Low, number.High - number.Mode);
        if (width == 0) return builder.Constant(number.Low);
        var rising = number.Low + Sqrt(uniform * (width * rise));
        var falling = number.High - Sqrt((1 - uniform) * (width * fall));
        return If(uniform < rise / width, rising, falling);
    }

    private Term Pert(PertValue number, Term uniform)
    {
        var width = number.High - number.Low;
        if (width == 0) return builder.Constant(number.Low);
        var z = InverseNormal(uniform);
        var root = Sqrt(Bounds.NormalReach * Bounds.NormalReach + NormalSeries.Bend * (z * z));
        var t = NormalSeries.Stretch * z / (Bounds.NormalReach + root);
        var logit = Chebyshev(PertQuantile.Coefficients(4 * (number.Mode - number.Low) / width), t);
        var share = 1 / (1 + Exp(-logit));
        return number.Low + width * share;
    }

    /// <summary>The sum of coefficients times Chebyshev polynomials of <paramref name="t"/>, by Clenshaw's recurrence.</summary>
    private Term Chebyshev(double[] coefficients, Term t)
    {
        var twice = 2 * t;
        var (next, afterNext) = (builder.Zero, builder.Zero);
        for (var i = coefficients.Length - 1; i > 0; i--) (next, afterNext) = (coefficients[i] + (twice * next - afterNext), next);
        return coefficients[0] + (t * next - afterNext);
    }

    /// <summary>A value for each step.</summary>
    private Term ByStep(Func<int, double> value) => builder.Table([.. Enumerable.Range(0, builder.Steps).Select(value)]);

    /// <summary>A value for each step, by the days from the start of the horizon to the start of the step.</summary>
    private Term ByTime(Func<double, double> value) => ByStep(step => value(step * horizon.StepDays));
}
