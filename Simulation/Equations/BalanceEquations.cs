using Supply.Programs;

namespace Supply.Equations;

/// <summary>
/// The books: for each calibre and origin, opening + produced + imported = fired + lost + rejected + on hand + reserve + in transit; for
/// each supplier, opening + supplier production = imported + exportable; and those of accounts, inputs, guns and barrels. A row per book
/// carries what it should hold, so that a step touches one row where sums of what came and went would be two.
/// </summary>
internal static class BalanceEquations
{
    private static readonly Quantity[] In = [Quantity.Produced, Quantity.Imported];
    private static readonly Quantity[] Out = [Quantity.Fired, Quantity.Lost, Quantity.Rejected];
    private static readonly Quantity[] SupplierIn = [Quantity.SupplierProduction];
    private static readonly Quantity[] SupplierOut = [Quantity.Imported];

    /// <summary>
    /// Residual and turnover of each book, known after the last step: what it should hold less what it holds, and all that it held at the
    /// start, that came and that went. Books of rounds share the turnover of their side.
    /// </summary>
    public static IEnumerable<(string Name, Term Residual, Term Scale)> Write(Side side)
    {
        foreach (var group in Books(side).GroupBy(book => book.Counted).ToArray())
        {
            var turnover = side.Builder.NewState($"{group.Key} turnover", side.Sum(group.Select(Opening)));
            turnover.Now += side.Sum(group.SelectMany(book => new[] { book.Came, book.Went }));
            foreach (var book in group)
            {
                var due = side.Builder.NewState($"{book.Name} due", Opening(book));
                due.Now += book.Came - book.Went;
                yield return (book.Name, due.AtEnd - side.Sum(book.Held.Select(state => state.AtEnd)), turnover.AtEnd);
            }
        }

        Term Opening(Book book) => side.Sum(book.Held.Select(state => state.Initial));
    }

    private static IEnumerable<Book> Books(Side side)
    {
        var rounds = side.Label("rounds", side.Network.Name);
        var held = side.Network.Parts.Where(part => part is Stockpile or Reserve or Route).ToArray();
        foreach (var cell in held.SelectMany(part => side.Topology.Cells(part.Name)).Distinct().ToArray())
        {
            var states = held.Where(part => side.Topology.Cells(part.Name).Contains(cell)).Select(part => side.Stores[part.Name, cell]);
            var (came, went) = (Flow(side, cell, null, In), Flow(side, cell, null, Out));
            yield return new(side.Label("balance", side.Network.Name, cell), rounds, [.. states], came, went);
        }

        foreach (var supplier in side.Parts<Supplier>())
        {
            Route[] ports = [.. side.Parts<Route>().Where(route => route.From == supplier.Name && route.Sailings is not null)];
            foreach (var cell in side.Topology.Cells(supplier.Name))
            {
                StateRef[] states = [side.Stores[supplier.Name, cell], .. ports.Select(port => SailingEquations.Waiting(port, cell, side))];
                var (made, sent) = (Flow(side, cell, supplier.Name, SupplierIn), Flow(side, cell, supplier.Name, SupplierOut));
                yield return new(side.Label("balance", supplier.Name, cell), rounds, states, made, sent);
            }

            if (supplier.Account is not null) yield return Account(supplier, side);
        }

        foreach (var book in InputSupply.Books(side)) yield return book;
        foreach (var book in side.Parts<GunPark>().SelectMany(park => new GunLevels(park, side).Books())) yield return book;
    }

    /// <summary>Opening + paid = debited + balance.</summary>
    private static Book Account(Supplier supplier, Side side)
    {
        Term Booked(Quantity quantity) => side.Ledger.Sum(side, [quantity], [supplier.Name]);
        var name = side.Label("account balance", supplier.Name);
        return new(name, name, [AccountEquations.Balance(supplier, side)], Booked(Quantity.Paid), Booked(Quantity.Debited));
    }

    private static Term Flow(Side side, Cell cell, string? place, Quantity[] quantities) => side.Sum(side.Ledger.Entries
        .Where(entry => entry.Side == side.Network.Name && quantities.Contains(entry.Quantity)
            && entry.Calibre == cell.Calibre && entry.Origin == cell.Origin && (place is null || entry.Place == place))
        .Select(entry => entry.Term));
}
