using System.Text.Json.Nodes;
using MathNet.Numerics;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.LinearAlgebra;
using Supply.Inference;

namespace Supply.Tests.Referees;

/// <summary>A posterior of posteriordb: the target, and how its parameters follow from the coordinates.</summary>
internal sealed record ReferencePosterior(string Name, Target Target, Func<double[], double[]> Parameters)
{
    private static readonly double halfLogTwoPi = 0.5 * Math.Log(2 * Math.PI);

    public static JsonNode File { get; } =
        JsonNode.Parse(System.IO.File.ReadAllText(RefereeTable.Path("posteriordb-moments.json")))!["posteriors"]!;

    public static ReferencePosterior Named(string name)
    {
        var data = File[name]!["data"]!;
        return name.Split('-')[0] switch
        {
            "eight_schools" => EightSchools(name, data),
            "hudson_lynx_hare" => LynxHare(name, data),
            "kilpisjarvi_mod" => Kilpisjarvi(name, data),
            "one_comp_mm_elim_abs" => Elimination(name, data),
            "gp_pois_regr" => GaussianProcess(name, data),
            _ => Garch(name, data),
        };
    }

    public static double[] Numbers(JsonNode node) => [.. node.AsArray().Select(value => (double)value!)];

    private static double LogNormalDensity(double y, double logMean, double sd) => LogDensity(Math.Log(y), logMean, sd) - Math.Log(y);

    private static double LogDensity(double y, double mean, double sd)
    {
        var score = (y - mean) / sd;
        return (-0.5 * score * score) - Math.Log(sd) - halfLogTwoPi;
    }

    private static ReferencePosterior EightSchools(string name, JsonNode data)
    {
        var (y, sigma) = (Numbers(data["y"]!), Numbers(data["sigma"]!));
        Marginal[] priors = [.. y.Select((_, j) => Marginal.Normal($"z[{j + 1}]", 0, 1)), Marginal.Normal("mu", 0, 5),
            Marginal.HalfCauchy("tau", 5)];
        return new(name, Target.Of(priors, x =>
        {
            var sum = 0.0;
            for (var j = 0; j < 8; j++) sum += LogDensity(y[j], x[8] + (x[9] * x[j]), sigma[j]);
            return sum;
        }), x => [.. Enumerable.Range(0, 8).Select(j => x[8] + (x[9] * x[j])), x[8], x[9]]);
    }

    private static ReferencePosterior LynxHare(string name, JsonNode data)
    {
        var first = Numbers(data["y_init"]!);
        var y = data["y"]!.AsArray().Select(row => Numbers(row!)).ToArray();
        Marginal Positive(string parameter, double mean, double sd) =>
            Marginal.TruncatedNormal(parameter, mean, sd, 0, double.PositiveInfinity);
        Marginal[] priors =
        [
            Positive("theta[1]", 1, 0.5), Positive("theta[2]", 0.05, 0.05), Positive("theta[3]", 1, 0.5), Positive("theta[4]", 0.05, 0.05),
            Marginal.LogNormal("z_init[1]", Math.Log(10), 1), Marginal.LogNormal("z_init[2]", Math.Log(10), 1),
            Marginal.LogNormal("sigma[1]", -1, 1), Marginal.LogNormal("sigma[2]", -1, 1),
        ];
        return new(name, Target.Of(priors, x =>
        {
            var (u, v, t1, t2, t3, t4) = (x[4], x[5], x[0], x[1], x[2], x[3]);
            var sum = LogNormalDensity(first[0], Math.Log(u), x[6]) + LogNormalDensity(first[1], Math.Log(v), x[7]);
            (double, double) Slope(double hares, double lynxes) => ((t1 - (t2 * lynxes)) * hares, ((t4 * hares) - t3) * lynxes);
            const int steps = 20;
            for (var n = 0; n < y.Length; n++)
            {
                for (var s = 0; s < steps; s++)
                {
                    const double h = 1.0 / steps;
                    var (a1, b1) = Slope(u, v);
                    var (a2, b2) = Slope(u + (h / 2 * a1), v + (h / 2 * b1));
                    var (a3, b3) = Slope(u + (h / 2 * a2), v + (h / 2 * b2));
                    var (a4, b4) = Slope(u + (h * a3), v + (h * b3));
                    (u, v) = (u + (h / 6 * (a1 + (2 * a2) + (2 * a3) + a4)), v + (h / 6 * (b1 + (2 * b2) + (2 * b3) + b4)));
                }

                if (!(u > 0 && v > 0)) return double.NegativeInfinity;
                sum += LogNormalDensity(y[n][0], Math.Log(u), x[6]) + LogNormalDensity(y[n][1], Math.Log(v), x[7]);
            }

            return sum;
        }), x => x);
    }

    private static ReferencePosterior Kilpisjarvi(string name, JsonNode data)
    {
        var (x, y) = (Numbers(data["x"]!), Numbers(data["y"]!));
        Marginal[] priors =
        [
            Marginal.Normal("alpha", (double)data["pmualpha"]!, (double)data["psalpha"]!),
                Marginal.Normal("beta", (double)data["pmubeta"]!, (double)data["psbeta"]!),
            Marginal.FlatPositive("sigma", 1),
        ];
        return new(name, Target.Of(priors, at =>
        {
            var sum = 0.0;
            for (var n = 0; n < x.Length; n++) sum += LogDensity(y[n], at[0] + (at[1] * x[n]), at[2]);
            return sum;
        }), at => at);
    }

    private static ReferencePosterior Elimination(string name, JsonNode data)
    {
        var (times, measured) = (Numbers(data["times"]!), Numbers(data["C_hat"]!));
        var (dose, volume) = ((double)data["D"]!, (double)data["V"]!);
        Marginal[] priors = [.. new[] { "k_a", "K_m", "V_m", "sigma" }.Select(parameter => Marginal.HalfCauchy(parameter, 1))];
        return new(name, Target.Of(priors, x =>
        {
            var (ka, km, vm, sigma) = (x[0], x[1], x[2], x[3]);
            double Slope(double supplied, double c) => (supplied * dose * ka / volume) - (vm / volume * c / (km + c));
            const int steps = 10;
            var (t, c, sum) = (0.0, 0.0, 0.0);
            for (var n = 0; n < times.Length; n++)
            {
                // Absorption falls fast where the rate is high; the step must follow it.
                var h = (times[n] - t) / steps;
                var half = Math.Exp(-ka * h / 2);
                var supplied = Math.Exp(-ka * t);
                for (var s = 0; s < steps; s++)
                {
                    var k1 = Slope(supplied, c);
                    var k2 = Slope(supplied * half, c + (h / 2 * k1));
                    var k3 = Slope(supplied * half, c + (h / 2 * k2));
                    supplied *= half * half;
                    var k4 = Slope(supplied, c + (h * k3));
                    c += h / 6 * (k1 + (2 * k2) + (2 * k3) + k4);
                }

                t = times[n];
                if (!(c > 0)) return double.NegativeInfinity;
                sum += LogNormalDensity(measured[n], Math.Log(c), sigma);
            }

            return sum;
        }), x => x);
    }

    private static ReferencePosterior Garch(string name, JsonNode data)
    {
        var y = Numbers(data["y"]!);
        var first = (double)data["sigma1"]!;
        Marginal[] priors = [Marginal.Flat("mu", 0, 10), Marginal.FlatPositive("alpha0", 1), Marginal.Uniform("alpha1", 0, 1),
            Marginal.Uniform("beta1", 0, 1)];
        return new(name, Target.Of(priors, x =>
        {
            if (x[2] + x[3] >= 1) return double.NegativeInfinity;
            var (variance, sum) = (first * first, LogDensity(y[0], x[0], first));
            for (var t = 1; t < y.Length; t++)
            {
                var error = y[t - 1] - x[0];
                variance = x[1] + (x[2] * error * error) + (x[3] * variance);
                sum += LogDensity(y[t], x[0], Math.Sqrt(variance));
            }

            return sum;
        }), x => x);
    }

    /// <summary>Values of the process are the root of its covariance times standard normal coordinates.</summary>
    private static ReferencePosterior GaussianProcess(string name, JsonNode data)
    {
        var (x, k) = (Numbers(data["x"]!), Numbers(data["k"]!));
        double[] logFactorials = [.. k.Select(count => SpecialFunctions.FactorialLn((int)count))];
        Marginal[] priors =
        [
            Marginal.Custom("rho", "Gamma(25, 4)", u => Gamma.InvCDF(25, 4, Math.Clamp(u, 1e-15, 1 - 1e-15))),
            Marginal.HalfNormal("alpha", 2), .. x.Select((_, i) => Marginal.Normal($"eta[{i + 1}]", 0, 1)),
        ];
        double[] Process(double[] at)
        {
            var (rho, alpha) = (at[0], at[1]);
            var covariance = Matrix<double>.Build.Dense(x.Length, x.Length, (i, j) =>
                (alpha * alpha * Math.Exp(-0.5 * (x[i] - x[j]) * (x[i] - x[j]) / (rho * rho))) + (i == j ? 1e-10 : 0));
            return [.. covariance.Cholesky().Factor * Vector<double>.Build.Dense(at[2..])];
        }

        return new(name, Target.Of(priors, at =>
        {
            var f = Process([.. at]);
            var sum = 0.0;
            for (var n = 0; n < k.Length; n++) sum += (k[n] * f[n]) - Math.Exp(f[n]) - logFactorials[n];
            return sum;
        }), at => [at[0], at[1], .. Process(at)]);
    }
}
