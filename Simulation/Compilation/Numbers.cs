using Supply.Execution.Maths;

namespace Supply.Compilation;

/// <summary>Turns uncertain numbers and rate paths into terms. Equal names become one draw.</summary>
internal sealed class Numbers(ProgramBuilder builder, Horizon horizon, bool quiet = false)
{
    private readonly Dictionary<string, Term> noiseFactors = [];

    /// <summary>The value of a number.</summary>
    /// <param name="number">The number; already checked.</param>
    /// <param name="place">The address of its draw if it has no name of its own.</param>
    public Term Of(Uncertain number, string place)
    {
        var key = number.Key ?? place;
        var name = number.Name ?? place;
        return number switch
        {
            ExactlyValue exactly => builder.Constant(exactly.Value),
            ProductValue product => builder.Multiply(Of(product.Left, place + "/left"), Of(product.Right, place + "/right")),
            OneOfValue oneOf => OneOf(oneOf, key, name, place),
            DriftValue drift => Drift(drift, key, name),
            NoiseValue noise => Noise(noise, key),
            _ => builder.Parameter(key, name, Bounds.Of(number), uniform => Quantile(number, uniform)),
        };
    }

    /// <summary>Rounds per day at the start of each step.</summary>
    public Term PerDay(RatePath path, string place)
    {
        var shape = path switch
        {
            ConstantPath constant => PerDay(constant.Rate, place),
            TablePath table => Table(table, place),
            FirstOrderPath firstOrder => FirstOrder(firstOrder, place),
            LogisticPath logistic => Logistic(logistic, place),
            PerStepPath perStep => builder.Table([.. perStep.RoundsPerDay.Take(builder.Steps)]),
            _ => throw new ArgumentException($"Unknown path {path.GetType().Name}.", nameof(path)),
        };
        for (var i = 0; i < path.Factors.Count; i++)
        {
            shape = builder.Multiply(shape, Of(path.Factors[i], $"{place}/factors/{i}"));
        }

        return shape;
    }

    /// <summary>Rounds in each step.</summary>
    public Term PerStep(RatePath path, string place) =>
        builder.Multiply(PerDay(path, place), builder.Constant(horizon.StepDays));

    private Term PerDay(Rate rate, string place) =>
        builder.Multiply(Of(rate.Value, place), builder.Constant(1 / rate.UnitDays));

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
        var elapsed = builder.Table([.. Enumerable.Range(0, builder.Steps).Select(step => Math.Max(0, step * horizon.StepDays - start))]);
        var from = PerDay(path.From, place + "/from");
        var to = PerDay(path.To, place + "/to");
        var left = builder.Exp(builder.Divide(builder.Subtract(builder.Zero, elapsed), Of(path.TimeConstant.Value, place + "/timeConstant")));
        return builder.Add(to, builder.Multiply(builder.Subtract(from, to), left));
    }

    private Term Logistic(LogisticPath path, string place)
    {
        // ln 81, by which the exponent grows from a tenth to nine tenths of the way.
        const double tenthToNineTenths = 4.394449154672439;
        var midpoint = horizon.DaysTo(path.Midpoint);
        var before = builder.Table([.. Enumerable.Range(0, builder.Steps).Select(step => midpoint - step * horizon.StepDays)]);
        var from = PerDay(path.From, place + "/from");
        var to = PerDay(path.To, place + "/to");
        var duration = Of(path.Duration.Value, place + "/duration");
        var left = builder.Add(before, Of(path.Slip.Value, place + "/slip"));
        var exponent = builder.Divide(builder.Multiply(builder.Constant(tenthToNineTenths), left), duration);
        // Far before the midpoint the exponential is infinite and the share 0, without a NaN on the way.
        var share = builder.Divide(builder.One, builder.Add(builder.One, builder.Exp(exponent)));
        return builder.Add(from, builder.Multiply(builder.Subtract(to, from), share));
    }

    private Term OneOf(OneOfValue number, string key, string name, string place)
    {
        var total = number.Cases.Sum(one => one.Weight);
        var limits = new double[number.Cases.Count];
        var sum = 0.0;
        for (var i = 0; i < limits.Length; i++) limits[i] = (sum += number.Cases[i].Weight) / total;

        var choice = builder.Parameter(key, name, new(0, limits.Length - 1), uniform => builder.Sum(
            limits.SkipLast(1).Select(limit => builder.Rest(builder.Less(uniform, builder.Constant(limit))))));
        var values = number.Cases.Select(one => Of(one.Value, $"{place}/{one.Label}")).ToArray();
        var value = values[^1];
        for (var i = values.Length - 2; i >= 0; i--)
        {
            value = builder.Select(builder.Less(choice, builder.Constant(i + 0.5)), values[i], value);
        }

        return value;
    }

    private Term Drift(DriftValue drift, string key, string name)
    {
        var start = horizon.DaysTo(drift.From);
        var longest = drift.Until is { } until ? horizon.DaysTo(until) - start : double.PositiveInfinity;
        var years = builder.Table([.. Enumerable.Range(0, builder.Steps).Select(step => Math.Clamp(step * horizon.StepDays - start, 0, longest) / 365.25)]);
        var slope = builder.Parameter(key, name, new(-Bounds.NormalReach, Bounds.NormalReach), uniform => builder.InverseNormal(uniform));
        return builder.Exp(builder.Multiply(builder.Multiply(slope, builder.Constant(drift.SdPerYear)), years));
    }

    private Term Noise(NoiseValue noise, string key)
    {
        if (quiet) return builder.Constant(Exp.Of(0.5 * noise.Sd * noise.Sd));
        if (noiseFactors.TryGetValue(key, out var factor)) return factor;
        var keep = Exp.Of(-horizon.StepDays / noise.CorrelationDays);
        var fresh = noise.Sd * Math.Sqrt(1 - keep * keep);
        double FromStart(int step, double first, double later) => step == 0 ? first : later;
        var keeps = builder.Table([.. Enumerable.Range(0, builder.Steps).Select(step => FromStart(step, 0, keep))]);
        var freshes = builder.Table([.. Enumerable.Range(0, builder.Steps).Select(step => FromStart(step, noise.Sd, fresh))]);
        var state = builder.NewState($"noise[{key}]", builder.Zero);
        var value = builder.Add(
            builder.Multiply(keeps, builder.Read(state)),
            builder.Multiply(freshes, builder.Normal(key)));
        builder.Set(state, value);
        factor = builder.Exp(value);
        factor.Label ??= $"factor[{key}]";
        return noiseFactors[key] = factor;
    }

    private Term Quantile(Uncertain number, Term uniform) => number switch
    {
        UniformValue u => builder.Add(builder.Constant(u.Low), builder.Multiply(builder.Constant(u.High - u.Low), uniform)),
        TriangularValue t => Triangular(t, uniform),
        PertValue p => Pert(p, uniform),
        NormalValue n => builder.Add(builder.Constant(n.Mean), builder.Multiply(builder.Constant(n.Sd), builder.InverseNormal(uniform))),
        LogNormalValue l => LogNormal(l, uniform),
        _ => throw new ArgumentException($"{number.GetType().Name} has no quantile function.", nameof(number)),
    };

    private Term LogNormal(LogNormalValue number, Term uniform)
    {
        var (mu, sigma) = Bounds.LogMoments(number);
        return builder.Exp(builder.Add(builder.Constant(mu), builder.Multiply(builder.Constant(sigma), builder.InverseNormal(uniform))));
    }

    private Term Triangular(TriangularValue number, Term uniform)
    {
        var (width, rise, fall) = (number.High - number.Low, number.Mode - number.Low, number.High - number.Mode);
        if (width == 0) return builder.Constant(number.Low);
        var rising = builder.Add(builder.Constant(number.Low), builder.Sqrt(builder.Multiply(uniform, builder.Constant(width * rise))));
        var falling = builder.Subtract(builder.Constant(number.High),
            builder.Sqrt(builder.Multiply(builder.Rest(uniform), builder.Constant(width * fall))));
        return builder.Select(builder.Less(uniform, builder.Constant(rise / width)), rising, falling);
    }

    private Term Pert(PertValue number, Term uniform)
    {
        var width = number.High - number.Low;
        if (width == 0) return builder.Constant(number.Low);
        var z = builder.InverseNormal(uniform);
        var square = builder.Multiply(builder.Constant(PertQuantile.Bend), builder.Multiply(z, z));
        var root = builder.Sqrt(builder.Add(builder.Constant(Bounds.NormalReach * Bounds.NormalReach), square));
        var t = builder.Divide(builder.Multiply(builder.Constant(PertQuantile.Stretch), z), builder.Add(builder.Constant(Bounds.NormalReach), root));
        var logit = Chebyshev(PertQuantile.Coefficients(4 * (number.Mode - number.Low) / width), t);
        var share = builder.Divide(builder.One, builder.Add(builder.One, builder.Exp(builder.Subtract(builder.Zero, logit))));
        return builder.Add(builder.Constant(number.Low), builder.Multiply(builder.Constant(width), share));
    }

    /// <summary>The sum of coefficients times Chebyshev polynomials of <paramref name="t"/>, by Clenshaw's recurrence.</summary>
    private Term Chebyshev(double[] coefficients, Term t)
    {
        var twice = builder.Multiply(builder.Constant(2), t);
        var (next, afterNext) = (builder.Zero, builder.Zero);
        for (var i = coefficients.Length - 1; i > 0; i--)
        {
            (next, afterNext) = (builder.Add(builder.Constant(coefficients[i]), builder.Subtract(builder.Multiply(twice, next), afterNext)), next);
        }

        return builder.Add(builder.Constant(coefficients[0]), builder.Subtract(builder.Multiply(t, next), afterNext));
    }
}
