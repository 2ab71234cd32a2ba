using MathNet.Numerics.Distributions;
using Supply.Analysis;
using Supply.Engines.Kernels;
using Supply.Tests.House;

namespace Supply.Tests.Engines;

/// <summary>Ensembles of Sobol points: the same bits however they are run, and each number as its distribution says.</summary>
public sealed class DesignTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private static Ensemble Sobol { get; } = new(300, Record: new Metrics { Every = 7 }.And(Metric.FiredPerDay, Metric.OnHand))
    {
        Design = EnsembleDesign.Sobol,
    };

    private static Scenario Two { get; } = Small.TwoStocks(30);

    private static Scenario Cut { get; } = Two.With("Cut", new CapacityChange("Plant", Moment.AtStep(20), Uncertain.Uniform(0, 1)));

    public void Dispose() => folder.Dispose();

    [Fact]
    public void ThreadsWidthsAndEngines_DoNotMatter()
    {
        var study = (Sobol with { Threads = 1, BlockWidth = 1, Engine = Engine.Block }).Run(Two, Cut);
        foreach (var other in new[] { Sobol with { Threads = 3, BlockWidth = 7, Engine = Engine.Block }, Sobol with { Threads = 2 } })
        {
            Bits.ShouldBeThoseOf(other.Run(Two, Cut), study);
        }

        if (KernelCompiler.IsSupported) Bits.ShouldBeThoseOf((Sobol with { Engine = Engine.Kernel }).Run(Two, Cut), study);
    }

    [Fact]
    public void SmallerEnsemble_IsThePrefix_AndOneReplicationAloneTheSame()
    {
        var (all, first) = ((Sobol with { Replications = 4200 }).Run(Two).Baseline, (Sobol with { Replications = 50 }).Run(Two).Baseline);
        foreach (var key in first.Parameters.Keys) all.Parameters.Column(key).Take(50).ShouldBe(first.Parameters.Column(key), key);
        all.Scalar(Metric.FiredPerDay).Take(50).ShouldBe(first.Scalar(Metric.FiredPerDay));
        var alone = Sobol.Replay(Two, 4150).Parameters;
        foreach (var key in alone.Keys) alone.Column(key)[0].ShouldBe(all.Parameters.Column(key)[4150], key);
    }

    [Fact]
    public void AddedUncertainty_LeavesOtherDrawsAlone()
    {
        var (before, after) = (Sobol.Run(Two).Baseline.Parameters, Sobol.Run(Small.Copies(2, 30), Cut)[Cut].Parameters);
        foreach (var key in before.Keys) after.Column(key).ShouldBe(before.Column(key), key);
        after.Keys.Count.ShouldBe(before.Keys.Count + 1);
    }

    /// <summary>
    /// 16 randomisations of 256 points: the distribution function of the values is off by no more than one point of each, and choices come
    /// as often as they should to one of each.
    /// </summary>
    [Fact]
    public void EachNumber_HasItsDistribution()
    {
        const int Replications = 4096;
        const double OnePoint = 1 / 256.0;
        (string Name, Uncertain Number, Func<double, double> Share)[] numbers =
        [
            ("uniform", Uncertain.Uniform(2, 9), x => ContinuousUniform.CDF(2, 9, x)),
            ("normal", Uncertain.Normal(500, 20), x => Normal.CDF(500, 20, x)),
            ("lognormal", Uncertain.LogNormal(100, 400), x => LogNormal.CDF(Math.Log(200), Math.Log(2) / Normal.InvCDF(0, 1, 0.95), x)),
            ("triangular", Uncertain.Triangular(1, 2, 5), x => Triangular.CDF(1, 5, 2, x)),
            ("PERT", Uncertain.Pert(10, 20, 50), x => Beta.CDF(2, 4, (x - 10) / 40)),
        ];
        var choice = Uncertain.OneOf(new Alternative("a", 3, 1), new Alternative("b", 1, 2)).Named("choice");
        var parts = numbers.Select(one => (Part)new ProductionLine(one.Name, Calibre.Mm152, Origin.Russia, "Depot",
            Rate.PerDay(one.Number.Named(one.Name))));
        var scenario = new Scenario("Numbers", new Network("Side", [new Stockpile("Depot"), .. parts,
            new ProductionLine("choice", Calibre.Mm152, Origin.Russia, "Depot", Rate.PerDay(choice)),
            new Consumer("Force", "Depot", [new(Calibre.Mm152, Rate.PerDay(1))])]), Horizon.PlainSteps(1));
        var parameters = (Sobol with { Replications = Replications, Record = new() }).Run(scenario).Baseline.Parameters;
        foreach (var (name, _, share) in numbers)
        {
            var sorted = parameters.Column(name).Order().ToArray();
            sorted.Index().Max(one => Math.Abs(share(one.Item) - ((one.Index + 0.5) / Replications))).ShouldBeLessThan(OnePoint, name);
        }

        parameters.Column("choice").Average().ShouldBe(0.25, OnePoint);
    }

    [Fact]
    public void StandardErrors_AreThoseBetweenRandomisations_AndAnswersSayIt()
    {
        var study = (Sobol with { Replications = 512 }).Run(Two, Cut);
        var fired = study.Baseline.Scalar(Metric.FiredPerDay);
        study.Baseline.Distribution(Metric.FiredPerDay).StandardError.ShouldBe(study.ValuesOf(fired).Mean.Noise);
        study.Baseline.Distribution(Metric.FiredPerDay).StandardError.ShouldBeLessThan(Distribution.Of([.. fired]).StandardError);
        study.Answer().ToString().ShouldContain("Sobol points in 16 randomisations");
        study.Drivers(Metric.FiredPerDay).Table().Notes
            .ShouldContain(note => note.StartsWith("Inputs are Sobol points", StringComparison.Ordinal));
        study.Enough().Table().Notes.ShouldContain("Sobol points: standard errors are those between 16 randomisations.");
        study.Ensemble.ToString().ShouldStartWith("512 replications, seed 2026, Sobol points; ");
    }

    [Fact]
    public void Folder_KeepsTheDesign_AndRefusesAnother()
    {
        var ensemble = Sobol with { Replications = 5000, Record = new Metrics { Every = 30 }.And(Metric.FiredPerDay) };
        var whole = ensemble.Run(Two, Cut);
        foreach (var part in new[] { 2, 1 }) ensemble.Into(folder["s"]).Part(part, 2).Run(Two, Cut);
        var read = StudyFolder.Open(folder["s"]);
        read.Digest().ShouldBe(whole.Digest());
        read.Ensemble.Design.ShouldBe(EnsembleDesign.Sobol);
        read.Baseline.Parameters.Column("Side/Road/leadTime").ShouldBe(whole.Baseline.Parameters.Column("Side/Road/leadTime"));
        read.Baseline.Distribution(Metric.FiredPerDay).ShouldBe(whole.Baseline.Distribution(Metric.FiredPerDay));
        var manifest = Manifest.Read(folder["s"])!;
        (manifest.Design, manifest.Study!.Design).ShouldBe((EnsembleDesign.Sobol, EnsembleDesign.Sobol));
        Should.Throw<InvalidDataException>(() => (ensemble with { Design = EnsembleDesign.Independent }).Into(folder["s"]).Run(Two, Cut))
            .Message.ShouldBe($"{folder["s"]} holds another study: it has Sobol points and not independent draws. Name another folder.");
    }

    [Fact]
    public void GivenRows_AreRefused()
    {
        var given = Sobol.Run(Two).Baseline.Parameters;
        Should.Throw<ArgumentException>(() => (Sobol with { Parameters = given }).Run(Two)).Message.ShouldBe(
            "Design is Sobol, but Parameters are given, and given rows are not drawn; leave one of the two out.");
        Should.Throw<ArgumentException>(() => (Sobol with { Design = (EnsembleDesign)7 }).Run(Two)).Message.ShouldBe(
            "Design is 7; it must be Independent or Sobol.");
        Should.Throw<ArgumentException>(() => Supply.Cases.Russia2022.Posterior.Ensemble(Sobol)).Message.ShouldStartWith(
            "Design is Sobol, but the rows of a posterior are given and not drawn; leave it independent.");
    }
}
