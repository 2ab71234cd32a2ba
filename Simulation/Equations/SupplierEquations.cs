using Supply.Programs;
using static Supply.Programs.Arithmetic;

namespace Supply.Equations;

/// <summary>
/// A supplier adds its production to its exportable stock and dispatches what is ordered, as far as stock, export limit,
/// willingness, routes and ports allow. What each limit holds back is booked under its name.
/// </summary>
internal static class SupplierEquations
{
    public static void Produce(Supplier supplier, Side side)
    {
        foreach (var cell in Cells(supplier))
        {
            var production = side.PerStep(supplier, $"production/{cell.Calibre}");
            var made = side.Rounding.Run(production, side.Label("supplier production", supplier.Name, cell.Calibre))
                .Named("supplier production", supplier, cell.Calibre);
            side.Stores.Add(supplier.Name, cell, made);
            side.Book(Quantity.SupplierProduction, supplier, cell, made);
        }
    }

    /// <summary>Rounds of a calibre that the supplier's orders plan for this step; nothing before an announced deal begins.</summary>
    public static Term Planned(Supplier supplier, Calibre calibre, Side side)
    {
        if (!supplier.Offers.Any(offer => offer.Calibre == calibre && offer.Orders is not null)) return side.Zero;
        var planned = side.PerStep(supplier, $"orders/{calibre}");
        var asked = ChangeEquations.Set<OrderRate>(
            side, supplier.Name, planned, change => change.Calibre == calibre, change => change.Onset);
        return asked * ChangeEquations.OrderFactor(side, supplier.Name) * AnnouncementEquations.Begun(supplier, side)
            * side.Throttles.Factor(supplier, calibre);
    }

    public static void Dispatch(Supplier supplier, Side side, Func<Calibre, Term> ordered)
    {
        Cell[] cells = [.. Cells(supplier)];
        Term[] asked = [.. cells.Select(cell => Asked(supplier, cell.Calibre, ordered(cell.Calibre), side))];
        Term[] stocked = [.. cells.Select((cell, i) => Min(asked[i], side.Stores[supplier.Name, cell].Now))];
        var allowed = Limit(stocked, ExportLimit(supplier, side), side.Label("export limit", supplier.Name), side);
        var released = AccountEquations.Release(supplier, allowed, side);
        var (sent, taken, passable) = ImportEquations.Dispatch(supplier, released, side);

        // Several routes share by quotients, so what they take together may exceed what there is in the last digit.
        var oneRoute = side.Parts<Route>().Count(route => route.From == supplier.Name) == 1;
        Term Held(Term before, Term after) => oneRoute ? before - after : Max(0, before - after);

        for (var i = 0; i < cells.Length; i++)
        {
            var cell = cells[i];
            void Book(Quantity quantity, Term rounds) => side.Book(quantity, supplier, cell, rounds);
            side.Stores.Remove(supplier.Name, cell, taken[i]);
            Book(Quantity.Ordered, asked[i]);
            Book(Quantity.Imported, sent[i].Named("sent", supplier, cell.Calibre));
            Book(Quantity.HeldByStock, asked[i] - stocked[i]);
            Book(Quantity.HeldByExportLimit, stocked[i] - allowed[i]);
            Book(Quantity.HeldByWillingness, allowed[i] - released[i]);
            Book(Quantity.HeldByRoute, Held(released[i], passable[i]));
            Book(Quantity.HeldBySailings, Held(passable[i], taken[i]));
        }

        AccountEquations.Debit(supplier, side.Sum(sent), side);
    }

    /// <summary>Scales wishes down so that together they do not exceed a limit; null: no limit.</summary>
    internal static Term[] Limit(Term[] wishes, Term? limit, string name, Side side)
    {
        if (limit is null) return wishes;
        var all = side.Sum(wishes);
        if (side.Rounding.Whole) return side.Rounding.Apportion(wishes, side.Rounding.Run(Min(limit, all), name));
        var share = Share(limit, all);
        return [.. wishes.Select(wish => wish * share)];
    }

    private static IEnumerable<Cell> Cells(Supplier supplier) => supplier.Offers.Select(offer => new Cell(offer.Calibre, supplier.Origin));

    private static Term Asked(Supplier supplier, Calibre calibre, Term ordered, Side side) =>
        side.Rounding.Run(ordered, side.Label("ordered", supplier.Name, calibre)).Named("ordered", supplier, calibre);

    /// <summary>Rounds of all calibres that may be exported in this step; null: no limit.</summary>
    private static Term? ExportLimit(Supplier supplier, Side side)
    {
        var limit = supplier.ExportLimit is null ? null : side.PerStep(supplier, "exportLimit");
        foreach (var (_, placed, counts) in ChangeEquations.Counting<ExportLimit>(side, supplier.Name))
        {
            var changed = side.PerStep(placed, "limit");
            limit = If(counts, changed, limit ?? side.Builder.Constant(double.PositiveInfinity));
        }

        return limit?.Named("export limit", supplier);
    }
}
