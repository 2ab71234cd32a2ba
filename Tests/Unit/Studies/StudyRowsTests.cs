using Supply.Studies;

namespace Supply.Tests.Unit.Studies;

/// <summary>From which rows a study runs.</summary>
public sealed class StudyRowsTests
{
    private static readonly Metrics made = new() { Scalars = [Metric.ProducedPerDay], Every = 1 };

    [Fact]
    public void Case_WithRows_RunsFromThem_AndChangesAreFree()
    {
        var study = new Ensemble(5, Record: made).Run(Case, Case.With("Half", new CapacityChange("Plant", Moment.AtStep(0), 0.5)));
        study.Source.ShouldBe("Rows by hand.");
        study.Baseline.Scalar(Metric.ProducedPerDay).ShouldBe([1, 2, 1, 2, 1]);
        study["Half"].Scalar(Metric.ProducedPerDay).ShouldBe([0.5, 1, 0.5, 1, 0.5]);
        study.Table(Metric.ProducedPerDay).Notes.ShouldContain("Rows by hand.");
        study.Baseline.Scenario.ShouldBe(Case);
    }

    [Fact]
    public void Case_ThatWasEdited_OrAskedForPriors_RunsFromThem()
    {
        var edited = Case with { Name = "Edited" };
        var study = new Ensemble(5, Record: made).Run(edited);
        study.Source.ShouldBe("Drawn from the priors of the case, since \"Edited\" is not the case.");
        study.Baseline.Scalar(Metric.ProducedPerDay).ShouldAllBe(value => value > 10);
        var prior = (new Ensemble(5, Record: made) { FromPrior = true }).Run(Case);
        prior.Source.ShouldBe("Drawn from the priors of the case, without its claims.");
        prior.Baseline.Scalar(Metric.ProducedPerDay).ShouldBe(study.Baseline.Scalar(Metric.ProducedPerDay));
        new Ensemble(5, Record: made).Run(Case, Case with { Name = "None", Rows = null }).Source
            .ShouldBe("Drawn from the priors: the scenarios are of different cases.");
        new Ensemble(5, Record: made).Run(Case with { Rows = null }).Source.ShouldBe("");
    }

    [Fact]
    public void Case_WithRows_HasNoDesign_AndFromItsPriorsOne()
    {
        var designed = new Ensemble(5, Record: made) { Design = EnsembleDesign.Sobol };
        var said = "Design is Sobol, but \"Case\" runs from the rows that published claims leave of its case (a posterior): they are given "
            + "and not drawn. Set FromPrior (--prior) to draw it from its priors, or leave Design independent.";
        Should.Throw<ArgumentException>(() => designed.Run(Case)).Message.ShouldBe(said);
        Should.Throw<ArgumentException>(() => designed.Replay(Case, 3)).Message.ShouldBe(said);
        (designed with { FromPrior = true }).Run(Case).Baseline.Scalar(Metric.ProducedPerDay).ShouldAllBe(value => value > 10);
    }

    /// <summary>The ensemble of a study is the one that was asked for: it runs what is derived from the case, and other cases.</summary>
    [Fact]
    public void EnsembleOfAStudy_RunsFurtherScenarios()
    {
        var asked = new Ensemble(5, Record: made);
        var study = asked.Run(Case);
        study.Ensemble.ShouldBe(asked);
        study.Only(Case).Ensemble.ShouldBe(asked);
        study.Baseline.Parameters.Column("rate").ShouldBe([1, 2, 1, 2, 1]);
        var half = Case.With("Half", new CapacityChange("Plant", Moment.AtStep(0), 0.5));
        study.Ensemble.Run(half).Baseline.Scalar(Metric.ProducedPerDay).ShouldBe([0.5, 1, 0.5, 1, 0.5]);
        var other = SmallAnswers.Plan;
        (study.Ensemble with { Record = null }).Run(other).Source.ShouldBe("");
        study.Drivers(Metric.ProducedPerDay).AreGiven.ShouldBeTrue();
        study.Only(Case).Drivers(Metric.ProducedPerDay).AreGiven.ShouldBeTrue();
    }

    /// <summary>A shipped case, whose rows have numbers that the case as written does not have.</summary>
    [Fact]
    public void ShippedCase_IsRunAgain_AlsoFromAFolder()
    {
        Assert.SkipUnless(Supply.Cases.Russia2022.Posterior.IsUsable, "The verdict refuses the shipped posterior.");
        var record = new Metrics { Scalars = [Metric.FiredPerDay] }.Over(TimeWindow.Year(2026));
        var study = new Ensemble(4, Record: record).Run(Baselines.Russia2022);
        study.Source.ShouldStartWith("Conditioned on");
        var stop = Baselines.Russia2022.With("Stop", new ExportLimit(Origin.Dprk, new(2026, 1, 1), Rate.Zero));
        var again = study.Ensemble.Run(stop);
        again.Source.ShouldBe(study.Source);
        var both = new Ensemble(4, Record: record).Run(Baselines.Russia2022, stop);
        again.Baseline.Scalar(Metric.FiredPerDay).ShouldBe(both[stop].Scalar(Metric.FiredPerDay));

        using var folder = new House.TemporaryFolder();
        study.Save(folder["kept"]);
        var kept = Study.Load(folder["kept"]);
        kept.Baseline.Scalar(Metric.FiredPerDay).ShouldBe(study.Baseline.Scalar(Metric.FiredPerDay));
        var derived = kept.Baseline.Scenario.With("Stop", [.. stop.Changes.Skip(Baselines.Russia2022.Changes.Count)]);
        var from = kept.Ensemble.Run(derived);
        from.Source.ShouldBe(study.Source);
        from.Baseline.Scalar(Metric.FiredPerDay).ShouldBe(again.Baseline.Scalar(Metric.FiredPerDay));
        kept.Ensemble.Run(derived with { WholeRounds = true }).Source
            .ShouldContain("\"Stop\" is not derived from \"Russia 2022\", as this study kept it");
    }

    /// <summary>A supplier of one's own edits none of the numbers of the case; it is not opened itself.</summary>
    [Fact]
    public void ShippedCase_MayHaveFurtherParts()
    {
        Assert.SkipUnless(Supply.Cases.Russia2022.Posterior.IsUsable, "The verdict refuses the shipped posterior.");
        var (baseline, own) = (Baselines.Russia2022, new Origin("Friend"));
        var network = baseline.Networks[0];
        var to = network.Parts.OfType<Route>().First().To;
        Part[] more =
        [
            new Supplier("Friend", own, [new(Calibre.Mm152, Rounds.Of(1e6), Rate.Zero, Rate.PerDay(100))]),
            new Route("Friend, way", "Friend", to, Days.Of(5)),
        ];
        var helped = baseline with { Name = "Helped", Networks = [network with { Parts = [.. network.Parts, .. more] }] };
        var record = new Metrics { Scalars = [Metric.ImportedPerDay.From(own), Metric.ProducedPerDay] }.Over(TimeWindow.Year(2025));
        var study = new Ensemble(3, Record: record).Run(helped);
        study.Source.ShouldStartWith("Conditioned on");
        study.Baseline.BareScalar(Metric.ImportedPerDay.From(own)).ShouldAllBe(sent => Math.Abs(sent - 100) < 0.1);
        var route = network.Parts.OfType<Route>().First();
        Part[] slower = [.. network.Parts.Select(part => part == route ? route with { LeadTime = Days.Of(9) } : part), .. more];
        var edited = helped with { Networks = [network with { Parts = [.. slower] }] };
        new Ensemble(3, Record: record).Run(edited).Source.ShouldContain($"has another \"{route.Name}\" than the case");
    }

    private static Scenario Case { get; } = new("Case", new Network("Side", new Stockpile("Depot"),
        new ProductionLine("Plant", Calibre.Mm152, Origin.Russia, "Depot", Rate.PerDay(Uncertain.Uniform(0, 1000).Named("rate"))),
        new Consumer("Force", "Depot", [new(Calibre.Mm152, Rate.PerDay(1))])), Horizon.PlainSteps(3)) { Rows = new ByHand() };

    private sealed class ByHand : ConditionedRows
    {
        public override string Words => "Rows by hand.";

        public override ParameterMatrix Parameters { get; } = new(["rate"], [[1, 2]]);

        public override Discrepancy? Discrepancy => null;

        public override string? WhyNot(Scenario scenario) => scenario.Name == "Edited" ? "\"Edited\" is not the case" : null;

        public override Scenario Opened(Scenario scenario) => scenario;
    }
}
