using MathNet.Numerics;

namespace Supply.Tests.Twin;

/// <summary>Section 3 of MODEL.md: uncertain numbers and rate paths of one replication.</summary>
internal sealed class TwinNumbers(ulong seed, uint replication, Horizon horizon, IReadOnlyDictionary<string, double>? given)
{
    private readonly TwinDraws draws = new(seed, replication);
    private readonly Dictionary<string, double[]> noises = [];

    /// <summary>The drawn (or given) parameters by key, as far as they were asked for.</summary>
    public Dictionary<string, double> Parameters { get; } = [];

    /// <summary>The value of a number at a place, at step t if it varies.</summary>
    public double Value(Uncertain number, string place, int t = 0)
    {
        var key = number.Key ?? number.Name ?? place;
        switch (number)
        {
            case ExactlyValue exactly:
                return exactly.Value;
            case ProductValue product:
                return Value(product.Left, place + "/left", t) * Value(product.Right, place + "/right", t);
            case OneOfValue oneOf:
                // All cases are evaluated, so that the parameters of those not chosen are known too.
                var values = oneOf.Cases.Select(one => Value(one.Value, place + "/" + one.Label, t)).ToArray();
                return values[(int)Parameter(key, () => Chosen(oneOf, draws.Uniform(key, 0)))];
            case DriftValue drift:
                var days = Math.Max(0, t * horizon.StepDays - DaysTo(drift.From));
                if (drift.Until is { } until) days = Math.Min(days, DaysTo(until) - DaysTo(drift.From));
                var years = days / 365.25;
                return Math.Exp(Parameter(key, () => draws.Normal(key, 0)) * drift.SdPerYear * years);
            case NoiseValue noise:
                return Math.Exp(Path(noise, key)[t]);
            default:
                return Parameter(key, () => Drawn(number, draws.Uniform(key, 0)));
        }
    }

    /// <summary>The uniform draw at an address, a parameter of its own.</summary>
    public double Drawn(string address) => Parameter(address, () => draws.Uniform(address, 0));

    /// <summary>A normal draw of a step.</summary>
    public double Normal(string key, int t) => draws.Normal(key, t);

    /// <summary>The amount of a rate path in step t.</summary>
    public double Amount(RatePath path, string place, int t)
    {
        var rate = path is DrawnPath drawn ? TwinStepDraws.Value(drawn.Amount, draws.Uniform(place, t)) / horizon.StepDays
            : PerDay(path, place, t);
        for (var i = 0; i < path.Factors.Count; i++) rate *= Value(path.Factors[i], $"{place}/factors/{i}", t);
        return rate * horizon.StepDays;
    }

    /// <summary>A rate in rounds per day.</summary>
    public double PerDay(Rate rate, string place, int t) => Value(rate.Value, place, t) / rate.Unit switch
    {
        RateUnit.PerDay => 1,
        RateUnit.PerMonth => 30.4375,
        _ => 365.25,
    };

    /// <summary>Section 1: days(m).</summary>
    public double DaysTo(Moment moment) =>
        moment.Date is { } date ? date.DayNumber - horizon.Start!.Value.DayNumber : moment.Step!.Value * horizon.StepDays;

    /// <summary>Section 1: step(m).</summary>
    public int StepAt(Moment moment) => moment.Step ?? (int)Math.Ceiling(DaysTo(moment) / horizon.StepDays);

    private double PerDay(RatePath path, string place, int t)
    {
        var tau = t * horizon.StepDays;
        switch (path)
        {
            case ConstantPath constant:
                return PerDay(constant.Rate, place, t);
            case FirstOrderPath path1:
                double from = PerDay(path1.From, place + "/from", t), to = PerDay(path1.To, place + "/to", t);
                var elapsed = Math.Max(0, tau - DaysTo(path1.Start));
                return to + (from - to) * Math.Exp(-elapsed / Value(path1.TimeConstant.Value, place + "/timeConstant"));
            case LogisticPath path2:
                double before = PerDay(path2.From, place + "/from", t), after = PerDay(path2.To, place + "/to", t);
                var late = tau - DaysTo(path2.Midpoint) - Value(path2.Slip.Value, place + "/slip");
                return before + (after - before) / (
                    1 + Math.Exp(-2 * Math.Log(9) * late / Value(path2.Duration.Value, place + "/duration")));
            case PerStepPath perStep:
                return perStep.RoundsPerDay[t];
            case TablePath table:
                var rates = table.Points.Select((point, i) => PerDay(point.Rate, $"{place}/points/{i}", t)).ToArray();
                var days = table.Points.Select(point => DaysTo(point.At)).ToArray();
                var last = Array.FindLastIndex(days, day => day <= tau);
                if (last < 0) return rates[0];
                if (last == days.Length - 1 || table.Interpolation == Interpolation.Step) return rates[last];
                return rates[last] + (rates[last + 1] - rates[last]) * ((tau - days[last]) / (days[last + 1] - days[last]));
            default:
                throw new NotSupportedException(path.ToString());
        }
    }

    private double Parameter(string key, Func<double> draw)
    {
        if (!Parameters.TryGetValue(key, out var value))
        {
            value = given is not null && given.TryGetValue(key, out var replacement) ? replacement : draw();
            Parameters.Add(key, value);
        }

        return value;
    }

    private double[] Path(NoiseValue noise, string key)
    {
        if (noises.TryGetValue(key, out var x)) return x;
        x = new double[horizon.Steps];
        var a = Math.Exp(-horizon.StepDays / noise.CorrelationDays);
        x[0] = noise.Sd * draws.Normal(key, 0);
        for (var t = 1; t < x.Length; t++) x[t] = a * x[t - 1] + noise.Sd * Math.Sqrt(1 - a * a) * draws.Normal(key, t);
        noises.Add(key, x);
        return x;
    }

    private static double Chosen(OneOfValue oneOf, double u)
    {
        var total = oneOf.Cases.Sum(one => one.Weight);
        var (sum, index) = (0.0, 0);
        foreach (var one in oneOf.Cases.SkipLast(1))
        {
            sum += one.Weight;
            if (sum / total <= u) index++;
        }

        return index;
    }

    private static double Drawn(Uncertain number, double u)
    {
        switch (number)
        {
            case UniformValue(var a, var b):
                return a + (b - a) * u;
            case TriangularValue(var a, var m, var b):
                var w = b - a;
                return w == 0 ? a
                    : u < (m - a) / w ? a + Math.Sqrt(u * w * (m - a)) : b - Math.Sqrt((1 - u) * w * (b - m));
            case PertValue(var a, var m, var b):
                return a == b ? a : a + (b - a) * BetaQuantile(1 + 4 * (m - a) / (b - a), 1 + 4 * (b - m) / (b - a), u);
            case NormalValue(var mean, var sd):
                return mean + sd * TwinDraws.InverseNormal(u);
            case LogNormalValue(var low, var high, var p):
                var mu = (Math.Log(low) + Math.Log(high)) / 2;
                var sigma = (Math.Log(high) - Math.Log(low)) / (2 * TwinDraws.InverseNormal(0.5 + p / 2));
                return Math.Exp(mu + sigma * TwinDraws.InverseNormal(u));
            default:
                throw new NotSupportedException(number.ToString());
        }
    }

    /// <summary>The x at which the beta distribution function is u, found by halving.</summary>
    private static double BetaQuantile(double a, double b, double u)
    {
        double low = 0, high = 1;
        while ((low + high) / 2 is var middle && low < middle && middle < high)
        {
            if (SpecialFunctions.BetaRegularized(a, b, middle) < u) low = middle;
            else high = middle;
        }

        return high;
    }
}
