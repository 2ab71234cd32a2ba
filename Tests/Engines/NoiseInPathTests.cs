namespace Supply.Tests.Engines;

public sealed class NoiseInPathTests
{
    /// <summary>
    /// The row of a varying point was reused for another value before the path read it; the kernel did not fill it at all.
    /// </summary>
    [Fact]
    public void NoiseInAPoint_ActsLikeNoiseOnThePath()
    {
        var noise = Uncertain.Noise(0.4, 5).Named("weather");
        RatePath inPoints = RatePath.Table(
            Interpolation.Step, (Moment.AtStep(0), Rate.PerDay(Uncertain.Exactly(100) * noise)),
            (Moment.AtStep(20), Rate.PerDay(Uncertain.Exactly(300) * noise)),
            (Moment.AtStep(25), Rate.PerDay(Uncertain.Exactly(50) * noise)));
        RatePath onPath = RatePath.Table(
            Interpolation.Step, (Moment.AtStep(0), Rate.PerDay(100)), (Moment.AtStep(20), Rate.PerDay(300)),
            (Moment.AtStep(25), Rate.PerDay(50))).Times(noise);
        foreach (var engine in Enum.GetValues<Engine>()
            .Where(engine => engine != Engine.Kernel || Supply.Engines.Kernels.KernelCompiler.IsSupported))
        {
            var study = new Ensemble(Replications: 8) { Engine = engine }.Run(Of("points", inPoints), Of("path", onPath));
            study["points"].Scalar(Metric.ProducedPerDay).ShouldBe(study["path"].Scalar(Metric.ProducedPerDay), engine.ToString());
        }
    }

    private static Scenario Of(string name, RatePath capacity) => new(name, new Network("Side",
        new Stockpile("Depot"),
        new ProductionLine("Line", Calibre.Mm152, Origin.Russia, "Depot", capacity),
        new Consumer("Guns", "Depot", [new(Calibre.Mm152, ((RatePath)Rate.PerDay(150)).Times(Uncertain.Noise(0.3, 9)))])),
            Horizon.PlainSteps(30));
}
