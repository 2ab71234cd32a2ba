using Supply.Tests.Unit.Inference;
using Supply.Inference;

namespace Supply.Tests.Referees;

/// <summary>The sampler with its defaults, compared with the reference draws of posteriordb.</summary>
public sealed class ReferencePosteriorTests
{
    [Theory]
    [InlineData("eight_schools-eight_schools_noncentered")]
    [InlineData("hudson_lynx_hare-lotka_volterra")]
    [InlineData("kilpisjarvi_mod-kilpisjarvi")]
    [InlineData("one_comp_mm_elim_abs-one_comp_mm_elim_abs")]
    [InlineData("garch-garch11")]
    public void Sample_HasTheMomentsOfTheReference(string name)
    {
        var posterior = ReferencePosterior.Named(name);
        var particles = new SequentialMonteCarlo().Sampled(posterior.Target);

        particles.Diagnostics.IsUsable.ShouldBeTrue(particles.Diagnostics.Verdict);
        ShouldHaveTheMomentsOf(posterior, particles);
    }

    public static TheoryData<ulong> Seeds => Matrix.IsFull ? [1, 2, 3, 4, 5, 6] : [1];

    /// <summary>
    /// An amplitude and a length that go together, and a tail that is reached slowly: samples may be too narrow here, and then the verdict
    /// must refuse them.
    /// </summary>
    [Theory]
    [MemberData(nameof(Seeds))]
    public void GaussianProcess_HasTheMomentsOfTheReference_OrIsRefused(ulong seed)
    {
        var posterior = ReferencePosterior.Named("gp_pois_regr-gp_pois_regr");
        var particles = new SequentialMonteCarlo { Seed = seed }.Sampled(posterior.Target);
        if (particles.Diagnostics.IsUsable) ShouldHaveTheMomentsOf(posterior, particles);
        else particles.Diagnostics.Verdict.ShouldStartWith("Do not use");

        // Refused or not, spreads are of this size: a sampler that loses its way altogether is found.
        var deviations = ReferencePosterior.Numbers(ReferencePosterior.File[posterior.Name]!["sd"]!);
        double[][] rows = [.. Enumerable.Range(0, particles.Count).Select(i => posterior.Parameters(particles.X(i).ToArray()))];
        for (var j = 0; j < deviations.Length; j++)
        {
            (Moments([.. rows.Select(row => row[j])]).Deviation / deviations[j]).ShouldBe(1, Tolerance.RefusedDeviation);
        }
    }

    private static void ShouldHaveTheMomentsOf(ReferencePosterior posterior, ParticleSet particles)
    {
        var node = ReferencePosterior.File[posterior.Name]!;
        string[] parameters = [.. node["parameters"]!.AsArray().Select(value => (string)value!)];
        var (means, deviations, errors) =
            (ReferencePosterior.Numbers(node["mean"]!), ReferencePosterior.Numbers(node["sd"]!),
                ReferencePosterior.Numbers(node["mcse_mean"]!));
        double[][] rows = [.. Enumerable.Range(0, particles.Count).Select(i => posterior.Parameters(particles.X(i).ToArray()))];
        var share = particles.Diagnostics.SmallestEffectiveSize / particles.Count;
        for (var j = 0; j < parameters.Length; j++)
        {
            var (mean, deviation) = Moments([.. rows.Select(row => row[j])]);
            var ours = deviation / Math.Sqrt(particles.Count * share);
            var tolerance = Tolerance.PosteriorErrors * Math.Sqrt((errors[j] * errors[j]) + (ours * ours));
            mean.ShouldBe(means[j], tolerance, $"mean of {parameters[j]}");
            if (HasNoVariance(posterior.Name, parameters[j])) continue;
            (deviation / deviations[j]).ShouldBe(1, Tolerance.PosteriorDeviation(parameters[j]), $"standard deviation of {parameters[j]}");
        }
    }

    /// <summary>
    /// Where elimination looks linear, only V_m / K_m is informed: two half-Cauchy tails of -2 along a ridge as wide as K_m leave K_m a
    /// tail of -3, whose variance is infinite. The deviation of any sample, including the reference, is an accident of its largest
    /// values.
    /// </summary>
    private static bool HasNoVariance(string name, string parameter) =>
        name.StartsWith("one_comp", StringComparison.Ordinal) && parameter is "K_m" or "V_m";

    private static (double Mean, double Deviation) Moments(double[] values)
    {
        var mean = values.Average();
        return (mean, Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1)));
    }
}
