using Supply.Programs;

namespace Supply.Equations;

/// <summary>
/// A line makes gross rounds at capacity, as far as its inputs allow; the serviceable share goes to its stockpile, the rest is rejected.
/// </summary>
internal static class ProductionLineEquations
{
    /// <summary>Receives what a line makes.</summary>
    /// <param name="line">The line.</param>
    /// <param name="side">The network.</param>
    /// <param name="made">Gross rounds in this step.</param>
    public static void Produce(ProductionLine line, Side side, Term made)
    {
        var cell = new Cell(line.Calibre, line.Origin);
        made = made.Named("produced", line);
        var good = side.Rounding.Run(made * Yield(line, side), side.Label("serviceable", line.Name));
        side.Stores.Add(line.To, cell, good);
        side.Book(Quantity.Produced, line, cell, made);
        side.Book(Quantity.Rejected, line, cell, made - good);
    }

    /// <summary>Serviceable rounds that the line plans for this step.</summary>
    public static Term Planned(ProductionLine line, Side side) => ChangeEquations.Capacity(side, line) * Yield(line, side);

    private static Term Yield(ProductionLine line, Side side) => side.Number(line, "yield");
}
