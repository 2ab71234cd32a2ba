using Supply.Inference;

namespace Supply.Tests.Unit;

/// <summary>A choice between drawings is an uncertain number like any other, for lists, posteriors and given parameters.</summary>
public class DrawingTests
{
    private static readonly DrawingChoice choice = Drawing.OneOf(
        new("as it comes", 1, Drawing.Proportional), new("foreign", 2, Drawing.ByPreference(Origin.Dprk, Origin.Iran)),
        new("fresh", 1.5, Drawing.NewestFirst(4, Days.Of(Uncertain.Exactly(30).Assumed("A month.")))))
        .Named("drawing").Assumed("Nobody says.");

    private static readonly Scenario drawn = Drawn();

    [Fact]
    public void Drawings_PrintTheirWords()
    {
        Drawing.Proportional.ToString().ShouldBe("in proportion");
        Drawing.ByPreference(Origin.Dprk, Origin.Iran).ToString().ShouldBe("DPRK, then Iran first");
        Drawing.NewestFirst(4, Days.Of(30)).ToString().ShouldBe("newest first, 4 cohorts of 30 days");
        choice.ToString().ShouldBe("one of as it comes (weight 1): in proportion; foreign (weight 2): DPRK, then Iran first; "
            + "fresh (weight 1.5): newest first, 4 cohorts of 30 days");
    }

    [Fact]
    public void Choice_IsListedOnceWithItsWeightsAndItsSource()
    {
        var listed = drawn.Sources().Values.Where(value => value.Name == "drawing").ToArray();
        listed.ShouldAllBe(value => value.Unit == "weights" && value.Source is Assumed
            && value.Value == "one of as it comes (weight 1), foreign (weight 2), fresh (weight 1.5)");
        listed.SelectMany(value => value.Places).ShouldBe(["Rear depots, the drawing", "Front depots, the drawing"]);
        drawn.Sources().Values.Count(value => value.Source is null)
            .ShouldBe(AsBuilt.Russia.Sources().Values.Count(value => value.Source is null));
    }

    [Fact]
    public void Choice_IsAParameter_AlsoOfAnOpenedScenario()
    {
        foreach (var scenario in new[] { drawn, drawn.Open() })
        {
            var parameters = new Ensemble(400, 3).Run(scenario).Baseline.Parameters;
            var cases = parameters.Column("drawing").CountBy(one => one).ToDictionary(pair => pair.Key, pair => pair.Value / 400.0);
            cases.Keys.Order().ShouldBe([0, 1, 2]);
            var error = Tolerance.StandardErrors * Math.Sqrt(0.25 / 400);
            foreach (var (i, weight) in new[] { 1, 2, 1.5 }.Index()) cases[i].ShouldBe(weight / 4.5, error);
        }
    }

    [Fact]
    public void Choice_LeavesOtherDrawsAlone()
    {
        var (before, after) = (new Ensemble(3).Run(AsBuilt.Russia), new Ensemble(3).Run(drawn));
        foreach (var key in before.Baseline.Parameters.Keys.Where(key => key != "order of drawing"))
        {
            after.Baseline.Parameters.Column(key).ShouldBe(before.Baseline.Parameters.Column(key), key);
        }
    }

    [Fact]
    public void Explain_NamesTheSharesOfCohortsAndOrigins()
    {
        var text = drawn.Explain().ToString();
        text.ShouldContain("share fired[Forces, 152 mm, cohort 2]");
        text.ShouldContain("share dispatched[Rear depots, 152 mm, DPRK]");
    }

    private static Scenario Drawn()
    {
        var network = AsBuilt.Russia.Networks[0];
        return AsBuilt.Russia with
        {
            Networks = [network with
            {
                Parts = Items.From(network.Parts.Select(part => part is Stockpile depot ? depot with { Drawing = choice } : part)),
            }],
        };
    }
}
