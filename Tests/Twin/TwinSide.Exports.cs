namespace Supply.Tests.Twin;

/// <summary>Event 5 of MODEL.md for suppliers.</summary>
internal sealed partial class TwinSide
{
    private readonly Dictionary<string, TwinPort> ports = [];
    private readonly Dictionary<string, TwinAccount> accounts = [];

    private void OpenPortsAndAccounts()
    {
        foreach (var route in routes.Where(route => route.Sailings is not null)) ports[route.Name] = new(route, network, horizon, numbers, changes);
        foreach (var supplier in suppliers.Where(supplier => supplier.Account is not null)) accounts[supplier.Name] = new(supplier, network, horizon, numbers, changes);
    }

    private void Pay()
    {
        foreach (var supplier in suppliers.Where(supplier => supplier.Account is not null)) Book(Quantity.Paid, supplier, null, null, accounts[supplier.Name].Pay(t));
    }

    private void Export(Supplier supplier)
    {
        var share = changes.TargetShare(network, supplier);
        var limit = changes.ExportLimit(network, supplier, horizon.StepDays)
            ?? (supplier.ExportLimit is { } path ? Amount(supplier, "exportLimit", path) : null);
        var ordered = new Dictionary<Calibre, double>();
        var covered = new Dictionary<Calibre, double>();
        foreach (var calibre in supplier.Offers.Select(offer => offer.Calibre))
        {
            var (others, own) = (PlannedByOthers(supplier, calibre), Orders(supplier, calibre));
            ordered[calibre] = share switch
            {
                null => own * Scale(supplier, calibre),
                (var s, ShareMeaning.Added) => s / (1 - s) * others * Begun(supplier),
                var (s, _) => s * (others + own) * Begun(supplier),
            };
            covered[calibre] = Math.Min(ordered[calibre], exportable[(supplier.Name, calibre)]);
        }

        var allowed = covered.ToDictionary(pair => pair.Key, pair => limit is { } m ? pair.Value * Share(m, covered.Values.Sum()) : pair.Value);
        var willing = accounts.TryGetValue(supplier.Name, out var account) ? account.Willingness() : 1;
        var released = allowed.ToDictionary(pair => pair.Key, pair => pair.Value * willing);
        var taken = Allot(supplier, released, everPort: false);
        var passable = Allot(supplier, released, everPort: true);
        var sent = Ship(supplier, taken);
        double Sum(Dictionary<Route, Dictionary<Calibre, double>> byRoute, Calibre calibre) => byRoute.Values.Sum(one => one[calibre]);
        foreach (var calibre in ordered.Keys)
        {
            Book(Quantity.Ordered, supplier, calibre, supplier.Origin, ordered[calibre]);
            Book(Quantity.HeldByStock, supplier, calibre, supplier.Origin, ordered[calibre] - covered[calibre]);
            Book(Quantity.HeldByExportLimit, supplier, calibre, supplier.Origin, covered[calibre] - allowed[calibre]);
            Book(Quantity.HeldByWillingness, supplier, calibre, supplier.Origin, allowed[calibre] - released[calibre]);
            Book(Quantity.HeldByRoute, supplier, calibre, supplier.Origin, Math.Max(0, released[calibre] - Sum(passable, calibre)));
            Book(Quantity.HeldBySailings, supplier, calibre, supplier.Origin, Math.Max(0, Sum(passable, calibre) - Sum(taken, calibre)));
            Book(Quantity.Imported, supplier, calibre, supplier.Origin, sent.GetValueOrDefault(calibre));
            Add(exportable, (supplier.Name, calibre), -Sum(taken, calibre));
        }

        if (account is null) return;
        Book(Quantity.Willingness, supplier, null, null, willing);
        Book(Quantity.Debited, supplier, null, null, account.Debit(sent.Values.Sum()));
    }

    /// <summary>What each route takes of what is released.</summary>
    private Dictionary<Route, Dictionary<Calibre, double>> Allot(Supplier supplier, Dictionary<Calibre, double> released, bool everPort)
    {
        var rest = new Dictionary<Calibre, double>(released);
        var all = new Dictionary<Route, Dictionary<Calibre, double>>();
        foreach (var group in routes.Where(route => route.From == supplier.Name).GroupBy(route => route.Preference).OrderBy(group => group.Key))
        {
            var alone = group.ToDictionary(route => route, route => Alone(route, rest, everPort));
            var cut = alone.Count == 1 ? 1 : Share(rest.Values.Sum(), alone.Values.Sum(one => one.Values.Sum()));
            foreach (var (route, wanted) in alone)
            {
                all[route] = wanted.ToDictionary(pair => pair.Key, pair => pair.Value * cut);
                foreach (var (calibre, rounds) in all[route]) rest[calibre] = Math.Max(0, rest[calibre] - rounds);
            }
        }

        return all;
    }

    private Dictionary<Calibre, double> Alone(Route route, Dictionary<Calibre, double> wishes, bool everPort)
    {
        var cut = route.Capacity is null ? 1 : Share(Capacity(route), wishes.Values.Sum());
        if (route.Sailings is null) cut *= changes.Remaining(network, route);
        else if (!everPort && ports[route.Name].Room is var room && room < double.PositiveInfinity) cut *= Share(room, wishes.Values.Sum() * cut);
        return wishes.ToDictionary(pair => pair.Key, pair => pair.Value * cut);
    }

    /// <summary>Puts rounds on the way, or into ports and on the way what sails from there; returns what was dispatched.</summary>
    private Dictionary<Calibre, double> Ship(Supplier supplier, Dictionary<Route, Dictionary<Calibre, double>> taken)
    {
        var sent = new Dictionary<Calibre, double>();
        foreach (var (route, takes) in taken)
        {
            var leaves = takes;
            if (ports.TryGetValue(route.Name, out var port))
            {
                foreach (var (calibre, rounds) in takes) port.Take(calibre, rounds);
                (leaves, var ships) = port.Sail(t);
                Book(Quantity.Voyages, route, null, null, ships);
            }

            foreach (var (calibre, rounds) in leaves)
            {
                Add(sent, calibre, rounds);
                PutOnTheWay(route, calibre, supplier.Origin, rounds);
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
