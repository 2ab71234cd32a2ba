using Supply.Compilation;

namespace Supply.Equations;

/// <summary>A consumer's required rate is cut by rationing to the controlled rate, and fired from its stockpile over origins in proportion.</summary>
internal static class ConsumerEquations
{
    public static void Require(Consumer consumer, Side side)
    {
        foreach (var demand in consumer.Demands)
        {
            side.Ledger.Book(Quantity.Required, side, consumer.Name, demand.Calibre, null, side.Required(consumer, demand.Calibre));
        }
    }

    public static Term Ration(Consumer consumer, Calibre calibre, Side side)
    {
        var b = side.Builder;
        var required = side.Required(consumer, calibre);
        if (consumer.Rationing is not CoverRationing rule) return required;
        var counted = b.Add(side.Pool(consumer.At, calibre), b.Sum(rule.Counting.Select(place => side.Pool(place, calibre))));
        var safety = side.Numbers.Of(rule.Safety.Value, side.Address(consumer, "rationing/safety"));
        var cover = side.Numbers.Of(rule.Cover.Value, side.Address(consumer, "rationing/cover"));
        var spare = b.Max(b.Zero, b.Subtract(counted, safety));
        var sustained = b.Multiply(b.Divide(spare, cover), b.Constant(side.Horizon.StepDays));
        var controlled = b.Min(required, sustained);
        controlled.Label ??= side.Label("controlled", consumer.Name, calibre);
        return controlled;
    }

    /// <summary>Fires the controlled amount as far as there are rounds; gives what was fired.</summary>
    /// <param name="consumer">The consumer.</param>
    /// <param name="calibre">The calibre.</param>
    /// <param name="controlled">What rationing and guns allow.</param>
    /// <param name="rationed">What rationing alone allows.</param>
    /// <param name="side">The network.</param>
    public static Term Fire(Consumer consumer, Calibre calibre, Term controlled, Term rationed, Side side)
    {
        var b = side.Builder;
        var share = b.Share(controlled, side.Pool(consumer.At, calibre));
        share.Label ??= side.Label("share fired", consumer.Name, calibre);
        var total = b.Zero;
        foreach (var cell in side.Cells(consumer.At, calibre))
        {
            var fired = b.Multiply(b.Read(side.State(consumer.At, cell)), share);
            fired.Label ??= side.Label("fired", consumer.Name, cell);
            side.Decrease(consumer.At, cell, fired);
            side.Ledger.Book(Quantity.Fired, side, consumer.Name, cell.Calibre, cell.Origin, fired);
            side.Ledger.Book(Quantity.EffectiveFired, side, consumer.Name, cell.Calibre, cell.Origin, b.Multiply(fired, Effect(cell.Origin, side)));
            total = b.Add(total, fired);
        }

        var shortfall = b.Max(b.Zero, b.Subtract(side.Required(consumer, calibre), total));
        side.Ledger.Book(Quantity.Shortfall, side, consumer.Name, calibre, null, shortfall);
        var ofRounds = controlled == rationed ? shortfall : b.Max(b.Zero, b.Subtract(shortfall, b.Subtract(rationed, controlled)));
        side.Ledger.Book(Quantity.ShortOfRounds, side, consumer.Name, calibre, null, ofRounds);
        return total;
    }

    /// <summary>What a round of an origin counts for among the effective ones.</summary>
    private static Term Effect(Origin origin, Side side) => side.Network.Effects.FirstOrDefault(effect => effect.Origin == origin) is { } known
        ? side.Numbers.Of(known.Effect.Value, $"{side.Network.Key}/effects/{origin}")
        : side.Builder.One;
}
