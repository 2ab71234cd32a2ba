using Supply.Compilation;

namespace Supply.Equations;

/// <summary>A line makes gross rounds at capacity, as far as its inputs allow; the serviceable share goes to its stockpile, the rest is rejected.</summary>
internal static class ProductionLineEquations
{
    public static void Produce(ProductionLine line, Side side, Term gross)
    {
        var b = side.Builder;
        var cell = new Cell(line.Calibre, line.Origin);
        var good = side.Rounding.Run(b.Multiply(gross, Yield(line, side)), side.Label("serviceable", line.Name));
        gross.Label ??= side.Label("produced", line.Name);
        side.Increase(line.To, cell, good);
        side.Ledger.Book(Quantity.Produced, side, line.Name, line.Calibre, line.Origin, gross);
        side.Ledger.Book(Quantity.Rejected, side, line.Name, line.Calibre, line.Origin, b.Subtract(gross, good));
    }

    /// <summary>Serviceable rounds that the line plans for this step.</summary>
    public static Term Planned(ProductionLine line, Side side) =>
        side.Builder.Multiply(side.Capacity(line, line.Capacity), Yield(line, side));

    private static Term Yield(ProductionLine line, Side side) => side.Numbers.Of(line.Yield.Value, side.Address(line, "yield"));
}
