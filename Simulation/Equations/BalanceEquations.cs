using Supply.Compilation;

namespace Supply.Equations;

/// <summary>
/// The books of each calibre and origin: opening + produced + imported = fired + lost + rejected + on hand + reserve + in
/// transit; and of each supplier: opening + supplier production = imported + exportable.
/// </summary>
internal static class BalanceEquations
{
    private static readonly Quantity[] In = [Quantity.Produced, Quantity.Imported];
    private static readonly Quantity[] Out = [Quantity.Fired, Quantity.Lost, Quantity.Rejected];

    /// <summary>Residual and scale (opening plus inflow) of each book, known after the last step.</summary>
    public static IEnumerable<(string Name, Term Residual, Term Scale)> Write(Side side)
    {
        var held = side.Network.Parts.Where(part => part is Stockpile or Reserve or Route).ToArray();
        foreach (var cell in held.SelectMany(part => side.Cells(part.Name)).Distinct().ToArray())
        {
            var states = held.Where(part => side.Cells(part.Name).Contains(cell)).Select(part => side.State(part.Name, cell));
            yield return Close(side, side.Label("balance", side.Network.Name, cell), cell, null, states, In, Out);
        }

        foreach (var supplier in side.Parts<Supplier>())
        {
            Route[] ports = [.. side.Parts<Route>().Where(route => route.From == supplier.Name && route.Sailings is not null)];
            foreach (var cell in side.Cells(supplier.Name))
            {
                yield return Close(side, side.Label("balance", supplier.Name, cell), cell, supplier.Name,
                    [side.State(supplier.Name, cell), .. ports.Select(port => SailingEquations.Waiting(port, cell, side))], [Quantity.SupplierProduction], [Quantity.Imported]);
            }

            if (supplier.Account is not null) yield return Account(supplier, side);
        }
    }

    /// <summary>Opening + paid = debited + balance; the scale is all that was booked, since the balance may be as large below 0 as above.</summary>
    private static (string, Term, Term) Account(Supplier supplier, Side side)
    {
        var b = side.Builder;
        var name = side.Label("account balance", supplier.Name);
        Term Total(Quantity quantity) => b.AtEnd(Running(side, $"{name} {quantity}", entry => entry.Quantity == quantity && entry.Place == supplier.Name));
        var balance = AccountEquations.Balance(supplier, side);
        var (paid, debited) = (b.Add(balance.Initial, Total(Quantity.Paid)), Total(Quantity.Debited));
        return (name, b.Subtract(paid, b.Add(debited, b.AtEnd(balance))), b.Add(paid, debited));
    }

    private static (string, Term, Term) Close(
        Side side, string name, Cell cell, string? place, IEnumerable<StateRef> held, Quantity[] inflows, Quantity[] outflows)
    {
        var b = side.Builder;
        var states = held.ToArray();
        var inflow = Running(side, name + " in", cell, place, inflows);
        var outflow = Running(side, name + " out", cell, place, outflows);
        var came = b.Add(b.Sum(states.Select(state => state.Initial)), b.AtEnd(inflow));
        var went = b.Add(b.AtEnd(outflow), b.Sum(states.Select(b.AtEnd)));
        return (name, b.Subtract(came, went), came);
    }

    private static StateRef Running(Side side, string name, Cell cell, string? place, Quantity[] quantities) => Running(side, name, entry =>
        quantities.Contains(entry.Quantity) && entry.Calibre == cell.Calibre && entry.Origin == cell.Origin && (place is null || entry.Place == place));

    private static StateRef Running(Side side, string name, Func<Entry, bool> counts)
    {
        var b = side.Builder;
        var flow = b.Sum(side.Ledger.Entries.Where(entry => entry.Side == side.Network.Name && counts(entry)).Select(entry => entry.Term));
        var sum = b.NewState(name, b.Zero);
        b.Set(sum, b.Add(b.Read(sum), flow));
        return sum;
    }
}
