using Supply.Programs;
using static Supply.Programs.Arithmetic;

namespace Supply.Equations;

/// <summary>
/// Production, refurbishment and orders that are cut as stock grows. The factor of a step follows from the smoothed stock at its start and
/// from the smoothed rates of the steps before, so that nothing in the step waits for itself.
/// </summary>
internal sealed class ThrottleEquations(Side side)
{
    private readonly Dictionary<(string Part, Calibre Calibre), Measured> measured = [];

    /// <summary>Takes all covers, at the start of the step, before anything moves.</summary>
    public void Measure()
    {
        foreach (var line in side.Parts<ProductionLine>()) Measure(line, line.Calibre, line.Throttle, "throttle");
        foreach (var works in side.Parts<RefurbishmentWorks>()) Measure(works, works.Calibre, works.Throttle, "throttle");
        foreach (var supplier in side.Parts<Supplier>())
        {
            foreach (var offer in supplier.Offers) Measure(supplier, offer.Calibre, offer.Throttle, $"throttle/{offer.Calibre}");
        }
    }

    /// <summary>The factor on the capacity of a line or works; 1 for other parts.</summary>
    public Term Capacity(Part part) => part switch
    {
        ProductionLine line => Factor(line, line.Calibre),
        RefurbishmentWorks works => Factor(works, works.Calibre),
        _ => side.One,
    };

    /// <summary>The factor on what a part makes or is ordered of a calibre; 1 where it has no throttle.</summary>
    public Term Factor(Part part, Calibre calibre) => measured.TryGetValue((part.Name, calibre), out var one) ? one.Factor : side.One;

    /// <summary>Adds the rates of this step to their averages.</summary>
    /// <param name="fired">All that was fired in the step.</param>
    public void Observe(IReadOnlyList<ControlledFire> fired)
    {
        foreach (var ((_, calibre), one) in measured)
        {
            var all = fired.Where(fire => fire.Calibre == calibre).ToArray();
            var here = all.Where(fire => one.Throttle.Counting.Contains(fire.Consumer.At)).ToArray();
            var rounds = side.Sum((here.Length > 0 ? here : all).Select(fire => WishEquations.Reckoned(fire, side)));
            var (rate, average) = (rounds / side.StepDays, one.Rate.Now);
            one.Rate.Now = FlushTiny(If(side.Builder.Flag(0, 1), rate, average + (rate - average) * one.Share));
        }
    }

    private void Measure(Part part, Calibre calibre, Throttle? throttle, string key)
    {
        if (throttle is null) return;
        Term Number(string property) => side.Number(part, $"{key}/{property}");
        var share = 1 - Exp(-side.StepDays / Number("averaging"));
        var cells = throttle.Counting.SelectMany(place => side.Topology.Cells(place, calibre).Select(cell => side.Stores[place, cell]));
        var (stock, opening) = (side.Sum(cells.Select(cell => cell.Now)), side.Sum(cells.Select(cell => cell.Initial)));
        var averageStock = side.Builder.NewState(side.Label("average stock", part.Name, calibre), opening);
        var averageRate = side.Builder.NewState(side.Label("average rate", part.Name, calibre), side.Zero);
        averageStock.Now = FlushTiny(averageStock.Now + (stock - averageStock.Now) * share);
        var (there, rate) = (averageStock.Now, averageRate.Now);
        var cover = If(0 < rate, there / rate, If(0 < there, double.PositiveInfinity, side.Zero)).Named("cover", part, calibre);
        var (begins, complete) = (Number("beginsAt"), Number("completeAt"));
        var cut = Clamp((cover - begins) / (complete - begins));
        // Before the first step there is no rate to take a cover by.
        var factor = If(side.Builder.Flag(0, 1), 1, 1 - (1 - Number("floor")) * cut).Named("throttle factor", part, calibre);
        side.Book(Quantity.ThrottleFactor, part, calibre, factor);
        measured.Add((part.Name, calibre), new(throttle, averageRate, share, factor));
    }

    /// <summary>A throttle in this step.</summary>
    /// <param name="Throttle">The throttle.</param>
    /// <param name="Rate">The average of its rates, up to the step before.</param>
    /// <param name="Share">How far averages follow in a step.</param>
    /// <param name="Factor">Its factor in this step.</param>
    private sealed record Measured(Throttle Throttle, StateRef Rate, Term Share, Term Factor);
}
