using Supply.Programs;

namespace Supply.Equations;

/// <summary>
/// The books of each calibre and origin: opening + produced + imported = fired + lost + rejected + on hand + reserve + in
/// transit; and of each supplier: opening + supplier production = imported + exportable.
/// </summary>
internal static class BalanceEquations
{
    private static readonly Quantity[] In = [Quantity.Produced, Quantity.Imported];
    private static readonly Quantity[] Out = [Quantity.Fired, Quantity.Lost, Quantity.Rejected];
    private static readonly Quantity[] SupplierIn = [Quantity.SupplierProduction];
    private static readonly Quantity[] SupplierOut = [Quantity.Imported];

    /// <summary>Residual and scale (opening plus inflow) of each book, known after the last step.</summary>
    public static IEnumerable<(string Name, Term Residual, Term Scale)> Write(Side side)
    {
        var held = side.Network.Parts.Where(part => part is Stockpile or Reserve or Route).ToArray();
        foreach (var cell in held.SelectMany(part => side.Topology.Cells(part.Name)).Distinct().ToArray())
        {
            var states = held.Where(part => side.Topology.Cells(part.Name).Contains(cell)).Select(part => side.Stores[part.Name, cell]);
            yield return Close(side, side.Label("balance", side.Network.Name, cell), cell, null, states, In, Out);
        }

        foreach (var supplier in side.Parts<Supplier>())
        {
            Route[] ports = [.. side.Parts<Route>().Where(route => route.From == supplier.Name && route.Sailings is not null)];
            foreach (var cell in side.Topology.Cells(supplier.Name))
            {
                StateRef[] states = [side.Stores[supplier.Name, cell], .. ports.Select(port => SailingEquations.Waiting(port, cell, side))];
                yield return Close(side, side.Label("balance", supplier.Name, cell), cell, supplier.Name, states, SupplierIn, SupplierOut);
            }

            if (supplier.Account is not null) yield return Account(supplier, side);
        }

        foreach (var book in InputSupply.Books(side)) yield return book;
        foreach (var book in side.Parts<GunPark>().SelectMany(park => new GunLevels(park, side).Books())) yield return book;
    }

    /// <summary>The residual and scale of a book: what was held at the start and came in, against what went out and is held.</summary>
    public static (string Name, Term Residual, Term Scale) Close(Side side, string name, IReadOnlyList<StateRef> held, Term came, Term went)
    {
        var (inflow, outflow) = (Running(side, name + " in", came), Running(side, name + " out", went));
        var all = side.Sum(held.Select(state => state.Initial)) + inflow.AtEnd;
        return (name, all - (outflow.AtEnd + side.Sum(held.Select(state => state.AtEnd))), all);
    }

    /// <summary>
    /// Opening + paid = debited + balance; the scale is all that was booked, since the balance may be as large below 0 as above.
    /// </summary>
    private static (string, Term, Term) Account(Supplier supplier, Side side)
    {
        var name = side.Label("account balance", supplier.Name);
        Term Total(Quantity quantity) => Running(side, $"{name} {quantity}", side.Ledger.Sum(side, [quantity], [supplier.Name])).AtEnd;
        var balance = AccountEquations.Balance(supplier, side);
        var (paid, debited) = (balance.Initial + Total(Quantity.Paid), Total(Quantity.Debited));
        return (name, paid - (debited + balance.AtEnd), paid + debited);
    }

    private static (string, Term, Term) Close(
        Side side, string name, Cell cell, string? place, IEnumerable<StateRef> held, Quantity[] inflows, Quantity[] outflows) =>
        Close(side, name, [.. held], Flow(side, cell, place, inflows), Flow(side, cell, place, outflows));

    private static Term Flow(Side side, Cell cell, string? place, Quantity[] quantities) => side.Sum(side.Ledger.Entries
        .Where(entry => entry.Side == side.Network.Name && quantities.Contains(entry.Quantity)
            && entry.Calibre == cell.Calibre && entry.Origin == cell.Origin && (place is null || entry.Place == place))
        .Select(entry => entry.Term));

    /// <summary>The sum of a flow over all steps.</summary>
    private static StateRef Running(Side side, string name, Term flow)
    {
        var sum = side.Builder.NewState(name, side.Zero);
        sum.Now += flow;
        return sum;
    }
}
