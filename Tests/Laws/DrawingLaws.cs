namespace Supply.Tests.Laws;

/// <summary>Laws of the order in which origins leave stockpiles and reserves, in any scenario.</summary>
public class DrawingLaws
{
    [Fact]
    public void Samples_AreValid_AndUseEveryRule()
    {
        var seen = new HashSet<Type>();
        Law.ForAll(60, DrawingSamples.Of, sample =>
        {
            sample.Scenario.Check();
            seen.UnionWith(sample.Parts<Stockpile>().Select(one => one.Drawing.GetType()));
        });
        seen.ShouldBe([typeof(ProportionalDrawing), typeof(PreferenceDrawing), typeof(NewestFirstDrawing), typeof(DrawingChoice)],
            ignoreOrder: true);
    }

    [Fact]
    public void Flows_AndLevels_AreNumbersOfAtLeastZero() => Law.ForAll(60, DrawingSamples.Of, sample =>
    {
        var metrics = Recorded.Everything(sample.Scenario, every: 1);
        var result = new Ensemble(1, Record: metrics).Run(sample.Scenario).Baseline;
        foreach (var metric in metrics.Series.Where(metric => metric.IsFlow || metric.IsLevel))
        {
            var path = result.Path(metric);
            path.ShouldAllBe(value => value >= -Tolerance.OfSum(path) && double.IsFinite(value), metric.ToString());
            if (sample.Scenario.WholeRounds && metric.Quantity is Quantity.Fired or Quantity.OnHand or Quantity.Refurbished)
            {
                path.ShouldAllBe(value => value == Math.Floor(value), metric.ToString());
            }
        }
    });

    /// <summary>A choice whose case is given is the rule of that case, bit for bit.</summary>
    [Fact]
    public void Choice_IsTheRuleOfItsCase() => Law.ForAll(25, DrawingSamples.Of, sample =>
    {
        var rules = DrawingSamples.Rules(new(sample.Number), sample);
        var choice = DrawingSamples.Choice(rules).Named("drawing");
        var metrics = Recorded.Everything(sample.Scenario);
        for (var i = 0; i < rules.Length; i++)
        {
            var parameters = new ParameterMatrix(["drawing"], [[i, i]]);
            var chosen = new Ensemble(2, 7, metrics) { Parameters = parameters }
                .Run(DrawingSamples.Each(sample, _ => choice).Scenario).Baseline;
            var alone = new Ensemble(2, 7, metrics).Run(DrawingSamples.Each(sample, _ => rules[i]).Scenario).Baseline;
            foreach (var metric in metrics.Scalars)
            {
                chosen.Scalar(metric).Zip(alone.Scalar(metric)).ShouldAllBe(
                    pair => Bits.Same(pair.First, pair.Second), $"{metric}, case {i}");
            }
        }
    });

    /// <summary>Which origins leave stockpiles changes no rounds of a calibre, of all origins together.</summary>
    [Fact]
    public void Drawing_OfStockpiles_MovesOnlyOrigins() => Law.ForAll(40, DrawingSamples.Of, sample =>
    {
        if (sample.Scenario.WholeRounds) return;
        var plain = sample.With(sample.Network with
        {
            Parts = Items.From(sample.Network.Parts.Select(part =>
                part is Stockpile stockpile ? stockpile with { Drawing = Drawing.Proportional } : part)),
        });
        Quantity[] quantities = [Quantity.Fired, Quantity.OnHand, Quantity.Dispatched, Quantity.InTransit, Quantity.Shortfall];
        var metrics = new Metrics { Scalars = [.. quantities.Select(quantity => new Metric(quantity).Total())] };
        Same.Scalars(new Ensemble(3, 7, metrics).Run(sample.Scenario), new Ensemble(3, 7, metrics).Run(plain.Scenario),
            Tolerance.SameModel);
    });

    /// <summary>Places that name their choice alike draw the same case, and others draw their own.</summary>
    [Fact]
    public void NamedChoice_IsOneParameter() => Law.ForAll(20, DrawingSamples.Of, sample =>
    {
        var choice = DrawingSamples.Choice(DrawingSamples.Rules(new(sample.Number), sample));
        string[] Keys(Drawing drawing) => [.. new Ensemble(1).Run(DrawingSamples.Each(sample, _ => drawing).Scenario).Baseline
            .Parameters.Keys.Where(key => key.Split('/')[^1] == "drawing")];
        Keys(choice.Named("drawing")).ShouldBe(["drawing"]);
        Keys(choice).Length.ShouldBe(sample.Network.Parts.Count(part => part is Stockpile or Reserve));
    });

    [Fact]
    public void Engines_GiveTheSameBits() => Law.ForAll(20, DrawingSamples.Of, sample =>
    {
        var block = new Ensemble(27, 7, Recorded.Everything(sample.Scenario)) { Engine = Engine.Block, BlockWidth = 5 };
        (block with { Engine = Engine.Kernel, BlockWidth = 128 }).Run(sample.Scenario).ShouldBeThoseOf(block.Run(sample.Scenario));
    });

    /// <summary>Twice the rounds of everything are twice the rounds of each origin.</summary>
    [Fact]
    public void Scaling_ScalesAll() => Law.ForAll(30, sample =>
    {
        var drawn = DrawingSamples.Each(sample, _ => DrawingSamples.Choice(DrawingSamples.Rules(new(sample.Number), sample)));
        var metrics = Recorded.Everything(sample.Scenario);
        Same.Scalars(new Ensemble(3, 7, metrics).Run(Edits.Scaled(drawn, 2).Scenario), new Ensemble(3, 7, metrics).Run(drawn.Scenario),
            Tolerance.SameModel, Same.Scaled(2));
    });
}
