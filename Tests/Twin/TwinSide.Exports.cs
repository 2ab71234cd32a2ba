namespace Supply.Tests.Twin;

/// <summary>Event 5 of MODEL.md for suppliers.</summary>
internal sealed partial class TwinSide
{
    private readonly Dictionary<string, TwinPort> ports = [];
    private readonly Dictionary<string, TwinAccount> accounts = [];

    private void OpenPortsAndAccounts()
    {
        foreach (var route in routes.Where(route => route.Sailings is not null))
        {
            ports[route.Name] = new(route, network, horizon, numbers, rounding, changes);
        }
        foreach (var supplier in suppliers.Where(supplier => supplier.Account is not null))
        {
            accounts[supplier.Name] = new(supplier, network, horizon, numbers, changes);
        }
    }

    private void Pay()
    {
        foreach (var supplier in suppliers.Where(supplier => supplier.Account is not null))
        {
            Book(Quantity.Paid, supplier, null, null, accounts[supplier.Name].Pay(t));
        }
    }

    private void Export(Supplier supplier, Dictionary<(string Route, Calibre), TwinClaim> wishes)
    {
        Calibre[] offered = [.. supplier.Offers.Select(offer => offer.Calibre)];
        double[] ordered = [.. offered.Select(
            calibre => rounding.Run(Ordered(supplier, calibre, wishes), $"ordered {supplier.Name} {calibre}"))];
        double[] covered = [.. ordered.Select((orders, i) => Math.Min(orders, exportable[(supplier.Name, offered[i])]))];
        var limit = changes.ExportLimit(network, supplier, horizon.StepDays)
            ?? (supplier.ExportLimit is { } path ? Amount(supplier, "exportLimit", path) : null);
        var allowed = rounding.Limit(covered, limit, $"limit {supplier.Name}");
        var willing = accounts.TryGetValue(supplier.Name, out var account) ? account.Willingness() : 1;
        double[] released = [.. allowed.Select((rounds, i) => rounding.Run(rounds * willing, $"released {supplier.Name} {i}"))];
        var taken = Allot(supplier, released, everPort: false);
        var passable = ports.Keys.Any(
            name => ports[name].Room is not null && routes.Single(route => route.Name == name).From == supplier.Name)
            ? Allot(supplier, released, everPort: true)
            : taken;
        var sent = Ship(supplier, offered, taken);
        foreach (var (i, calibre) in offered.Index())
        {
            var (all, most) = (taken.Values.Sum(one => one[i]), passable.Values.Sum(one => one[i]));
            Book(Quantity.Ordered, supplier, calibre, supplier.Origin, ordered[i]);
            Book(Quantity.HeldByStock, supplier, calibre, supplier.Origin, ordered[i] - covered[i]);
            Book(Quantity.HeldByExportLimit, supplier, calibre, supplier.Origin, covered[i] - allowed[i]);
            Book(Quantity.HeldByWillingness, supplier, calibre, supplier.Origin, allowed[i] - released[i]);
            Book(Quantity.HeldByRoute, supplier, calibre, supplier.Origin, Math.Max(0, released[i] - most));
            Book(Quantity.HeldBySailings, supplier, calibre, supplier.Origin, Math.Max(0, most - all));
            Book(Quantity.Imported, supplier, calibre, supplier.Origin, sent.GetValueOrDefault(calibre));
            Add(exportable, (supplier.Name, calibre), -all);
        }

        if (account is null) return;
        Book(Quantity.Willingness, supplier, null, null, willing);
        Book(Quantity.Debited, supplier, null, null, account.Debit(sent.Values.Sum()));
    }

    private double Ordered(Supplier supplier, Calibre calibre, Dictionary<(string Route, Calibre), TwinClaim> wishes)
    {
        if (routes.First(one => one.From == supplier.Name) is { Replenishment: not null } route)
        {
            return wishes[(route.Name, calibre)].Wish * Begun(supplier);
        }
        return ShareOf(supplier) is var (share, _)
            ? share * PlannedTogether(calibre)
            : Orders(supplier, calibre) * Scale(calibre);
    }

    /// <summary>The rounds that each route takes of those released.</summary>
    private Dictionary<Route, double[]> Allot(Supplier supplier, double[] released, bool everPort)
    {
        double[] rest = [.. released];
        var all = new Dictionary<Route, double[]>();
        foreach (var group in routes.Where(route => route.From == supplier.Name).GroupBy(route => route.Preference)
            .OrderBy(group => group.Key))
        {
            Route[] together = [.. group];
            double[] there = [.. rest];
            double[][] alone = [.. together.Select(route => Alone(route, there, everPort))];
            foreach (var route in together) all[route] = alone.Length == 1 ? alone[0] : new double[rest.Length];
            for (var i = 0; i < rest.Length; i++)
            {
                if (alone.Length > 1)
                {
                    double[] parts = [.. alone.Select(one => one[i])];
                    var shared = rounding.Whole ? TwinRounding.Split(parts, Math.Min(rest[i], parts.Sum()))
                        : [.. parts.Select(part => part * Share(rest[i], parts.Sum()))];
                    foreach (var (j, route) in together.Index()) all[route][i] = shared[j];
                }

                foreach (var route in together) rest[i] = Math.Max(0, rest[i] - all[route][i]);
            }
        }

        return all;
    }

    private double[] Alone(Route route, double[] wishes, bool everPort)
    {
        var suffix = everPort ? "ever a port" : "";
        if (route.Sailings is null) return Passed(route, wishes, suffix);
        var handled = Handled(route, wishes, suffix);
        return everPort ? handled : rounding.Limit(handled, ports[route.Name].Room, $"room {route.Name}");
    }

    /// <summary>Puts rounds in transit, or into ports and the sailing ones in transit; returns what was dispatched.</summary>
    private Dictionary<Calibre, double> Ship(Supplier supplier, Calibre[] offered, Dictionary<Route, double[]> taken)
    {
        var sent = new Dictionary<Calibre, double>();
        var kept = offered.ToDictionary(calibre => calibre, _ => new Dictionary<Route, double>());
        foreach (var (route, takes) in taken)
        {
            var leaves = offered.Index().ToDictionary(pair => pair.Item, pair => takes[pair.Index]);
            if (ports.TryGetValue(route.Name, out var port))
            {
                foreach (var (calibre, rounds) in leaves) port.Take(calibre, rounds);
                (leaves, var ships) = port.Sail(t);
                Book(Quantity.Voyages, route, null, null, ships);
            }

            foreach (var (calibre, rounds) in leaves)
            {
                Add(sent, calibre, rounds);
                kept[calibre][route] = PutOnTheWay(route, calibre, supplier.Origin, rounds);
                CountDispatch(route, calibre, rounds);
            }
        }

        foreach (var calibre in offered)
        {
            SendFirstLots(supplier, calibre, sent.GetValueOrDefault(calibre), kept[calibre]);
            foreach (var (route, rounds) in kept[calibre].Where(pair => LagNow(pair.Key) == 0))
            {
                Receive(route, calibre, supplier.Origin, rounds);
            }
        }

        return sent;
    }

    /// <summary>Whether an announced deal has begun: 1 or 0.</summary>
    private double Begun(Supplier supplier)
    {
        if (supplier.Announced is not { } announced) return 1;
        var slip = Once(supplier, "announced/slip", announced.Slip.Value);
        var happens = announced.Probability.Value is ExactlyValue { Value: 1 }
            || numbers.Drawn(Address(supplier, "announced/happens")) < Once(supplier, "announced/probability", announced.Probability.Value);
        return happens && t * horizon.StepDays >= numbers.DaysTo(announced.On) + slip ? 1 : 0;
    }

    private void RecordPortsAndAccounts()
    {
        foreach (var route in routes.Where(route => route.Sailings is not null))
        {
            ports[route.Name].Flush();
            var origin = suppliers.Single(one => one.Name == route.From).Origin;
            foreach (var (calibre, rounds) in ports[route.Name].Waiting) Book(Quantity.AtPort, route, calibre, origin, rounds);
        }

        foreach (var supplier in suppliers.Where(supplier => supplier.Account is not null))
        {
            var balance = accounts[supplier.Name].Balance;
            Book(Quantity.AccountCredit, supplier, null, null, Math.Max(0, balance));
            Book(Quantity.AccountDebt, supplier, null, null, Math.Max(0, -balance));
        }
    }
}
