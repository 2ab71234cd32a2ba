using Supply.Compilation;

namespace Supply.Equations;

/// <summary>
/// A supplier adds its production to its exportable stock and dispatches what is ordered, as far as stock, export limit,
/// willingness, routes and ports allow. What each limit holds back is booked under its name.
/// </summary>
internal static class SupplierEquations
{
    public static void Produce(Supplier supplier, Side side)
    {
        foreach (var offer in supplier.Offers)
        {
            var cell = new Cell(offer.Calibre, supplier.Origin);
            var made = side.Numbers.PerStep(offer.Production, side.Address(supplier, $"production/{offer.Calibre}"));
            made = side.Rounding.Run(made, side.Label("supplier production", supplier.Name, offer.Calibre));
            made.Label ??= side.Label("supplier production", supplier.Name, offer.Calibre);
            side.Increase(supplier.Name, cell, made);
            side.Ledger.Book(Quantity.SupplierProduction, side, supplier.Name, cell.Calibre, cell.Origin, made);
        }
    }

    /// <summary>Rounds of a calibre that the supplier's orders plan for this step; nothing before an announced deal begins.</summary>
    public static Term Planned(Supplier supplier, Calibre calibre, Side side) =>
        supplier.Offers.FirstOrDefault(offer => offer.Calibre == calibre) is { Orders: { } orders }
            ? side.Builder.Multiply(side.Numbers.PerStep(orders, side.Address(supplier, $"orders/{calibre}")), AnnouncementEquations.Begun(supplier, side))
            : side.Builder.Zero;

    public static void Dispatch(Supplier supplier, Side side, Func<Calibre, Term> ordered)
    {
        var b = side.Builder;
        var oneRoute = side.Parts<Route>().Count(route => route.From == supplier.Name) == 1;
        var orders = supplier.Offers.Select(offer => side.Rounding.Run(ordered(offer.Calibre), side.Label("ordered", supplier.Name, offer.Calibre))).ToArray();
        var inStock = supplier.Offers.Select((offer, i) =>
            b.Min(orders[i], b.Read(side.State(supplier.Name, new(offer.Calibre, supplier.Origin))))).ToArray();
        var allowed = Limit(inStock, ExportLimit(supplier, side), side.Label("export limit", supplier.Name), side);
        var released = AccountEquations.Release(supplier, allowed, side);
        var (sent, taken, passable) = ImportEquations.Dispatch(supplier, released, side);
        for (var i = 0; i < sent.Length; i++)
        {
            var cell = new Cell(supplier.Offers[i].Calibre, supplier.Origin);
            orders[i].Label ??= side.Label("ordered", supplier.Name, cell.Calibre);
            sent[i].Label ??= side.Label("sent", supplier.Name, cell.Calibre);
            side.Decrease(supplier.Name, cell, taken[i]);
            void Book(Quantity quantity, Term rounds) => side.Ledger.Book(quantity, side, supplier.Name, cell.Calibre, cell.Origin, rounds);
            Book(Quantity.Ordered, orders[i]);
            Book(Quantity.Imported, sent[i]);
            Book(Quantity.HeldByStock, b.Subtract(orders[i], inStock[i]));
            Book(Quantity.HeldByExportLimit, b.Subtract(inStock[i], allowed[i]));
            Book(Quantity.HeldByWillingness, b.Subtract(allowed[i], released[i]));
            Book(Quantity.HeldByRoute, Held(released[i], passable[i]));
            Book(Quantity.HeldBySailings, Held(passable[i], taken[i]));
        }

        AccountEquations.Debit(supplier, b.Sum(sent), side);

        // Several routes share by quotients, so what they take together may exceed what there is in the last digit.
        Term Held(Term before, Term after) => oneRoute ? b.Subtract(before, after) : b.Max(b.Zero, b.Subtract(before, after));
    }

    /// <summary>Scales wishes down so that together they do not exceed a limit; null: no limit.</summary>
    internal static Term[] Limit(Term[] wishes, Term? limit, string name, Side side)
    {
        if (limit is null) return wishes;
        var b = side.Builder;
        if (side.Rounding.Whole) return side.Rounding.Apportion(wishes, side.Rounding.Run(b.Min(limit, b.Sum(wishes)), name));
        var share = b.Share(limit, b.Sum(wishes));
        return [.. wishes.Select(wish => b.Multiply(wish, share))];
    }

    private static Term? ExportLimit(Supplier supplier, Side side)
    {
        var limit = supplier.ExportLimit is { } path ? side.Numbers.PerStep(path, side.Address(supplier, "exportLimit")) : null;
        foreach (var (change, key, counts) in Dated.Exclusive<ExportLimit>(side, supplier.Name))
        {
            var changed = side.Numbers.PerStep(change.Limit, key + "/limit");
            limit = side.Builder.Select(counts, changed, limit ?? side.Builder.Constant(double.PositiveInfinity));
        }

        if (limit is not null) limit.Label ??= side.Label("export limit", supplier.Name);
        return limit;
    }
}
