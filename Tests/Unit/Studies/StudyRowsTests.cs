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
