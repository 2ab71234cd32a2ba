using Supply.Inference;
using Supply.Maths;

namespace Supply.Tests.Unit.Inference;

/// <summary>
/// A target with a known answer and every feature: two heavy coordinates and a light one, N(0, 1) each; the simulation adds the heavy
/// ones and a normal draw of its own number, and fails for every tenth number, whatever the rest; the likelihood says that payload +
/// light = seen, with a normal error. The posterior of each coordinate is N(seen / v, 1 - 1 / v), where v = 4 + error².
/// </summary>
internal sealed class Conjugate(double seen, double error = 1) : Target
{
    private readonly Marginal[] marginals = [Marginal.Normal("a", 0, 1), Marginal.Normal("b", 0, 1), Marginal.Normal("light", 0, 1)];

    public override IReadOnlyList<Marginal> Marginals => marginals;

    public override int HeavyCount => 2;

    public override int PayloadLength => 1;

    public override string Fingerprint => $"{seen} {error}";

    public double Variance => 4 + (error * error);

    public double LogEvidence => (-0.5 * seen * seen / Variance) - (0.5 * Math.Log(2 * Math.PI * Variance)) + Math.Log(0.9);

    public override void Simulate(SimulationBatch batch)
    {
        for (var i = 0; i < batch.Count; i++)
        {
            var number = batch.DrawNumber(i);
            if (number % 10 == 0) batch.Fail(i);
            batch.Payload(i)[0] = batch.Values(i)[0] + batch.Values(i)[1] + InverseNormal.Of(Philox.Uniform(7, number, 7, 7));
        }
    }

    public override double LogLikelihood(ReadOnlySpan<double> x, ReadOnlySpan<double> payload)
    {
        var score = (payload[0] + x[2] - seen) / error;
        return (-0.5 * score * score) - Math.Log(error) - (0.5 * Math.Log(2 * Math.PI));
    }
}
