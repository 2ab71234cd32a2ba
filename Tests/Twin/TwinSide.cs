namespace Supply.Tests.Twin;

/// <summary>Sections 4 and 6 of MODEL.md: the state of one network and what happens to it in a step.</summary>
internal sealed partial class TwinSide
{
    private readonly Network network;
    private readonly Horizon horizon;
    private readonly TwinNumbers numbers;
    private readonly TwinChanges changes;
    private readonly Action<Entry, int, double> book;

    private readonly Stockpile[] stockpiles;
    private readonly Reserve[] reserves;
    private readonly ProductionLine[] lines;
    private readonly RefurbishmentWorks[] works;
    private readonly Supplier[] suppliers;
    private readonly Route[] routes;
    private readonly Consumer[] consumers;
    private readonly Calibre[] calibres;
    private readonly Origin[] origins;
    private readonly TwinGuns[] parks;

    // Section 4. Stockpiles, reserves and routes by name; what is missing is 0.
    private readonly Dictionary<(string Place, Calibre, Origin), double> onHand = [];
    private readonly Dictionary<(string Place, Calibre, Origin), double> reserve = [];
    private readonly Dictionary<(string Place, Calibre, Origin), double> transit = [];
    private readonly Dictionary<(string Supplier, Calibre), double> exportable = [];
    private readonly Dictionary<(string Route, Calibre, Origin, int Arrival), double> arrivals = [];
    private readonly Dictionary<string, int> lag = [];

    private int t;

    public TwinSide(Network network, Horizon horizon, TwinNumbers numbers, TwinChanges changes, Action<Entry, int, double> book)
    {
        (this.network, this.horizon, this.numbers, this.changes, this.book) = (network, horizon, numbers, changes, book);
        stockpiles = [.. network.Parts.OfType<Stockpile>()];
        reserves = [.. network.Parts.OfType<Reserve>()];
        lines = [.. network.Parts.OfType<ProductionLine>()];
        works = [.. network.Parts.OfType<RefurbishmentWorks>()];
        suppliers = [.. network.Parts.OfType<Supplier>()];
        routes = [.. network.Parts.OfType<Route>()];
        consumers = [.. network.Parts.OfType<Consumer>()];
        var lots = stockpiles.SelectMany(one => one.Opening).Concat(reserves.SelectMany(one => one.Opening)).ToArray();
        calibres = [.. lots.Select(lot => lot.Calibre).Concat(lines.Select(line => line.Calibre)).Concat(works.Select(one => one.Calibre))
            .Concat(suppliers.SelectMany(one => one.Offers).Select(offer => offer.Calibre))
            .Concat(consumers.SelectMany(one => one.Demands).Select(demand => demand.Calibre)).Distinct()];
        origins = [.. lots.Select(lot => lot.Origin).Concat(lines.Select(line => line.Origin)).Concat(suppliers.Select(one => one.Origin)).Distinct()];
        Open();
        OpenMaking();
        parks = [.. network.Parts.OfType<GunPark>().Select(park => new TwinGuns(
            park, (property, number) => Once(park, property, number), (property, path) => Amount(park, property, path),
            (quantity, amount) => BookUnits(quantity, park, amount)))];
    }

    /// <summary>Whether some route can never carry anything, or some works never have anything to restore.</summary>
    public bool HasIdlePart =>
        routes.Any(route => !calibres.Any(calibre => Carries(route, calibre))) || works.Any(one => !CanRestore(one.From, one.Calibre))
        || changes.HasDispersal || network.Effects.Count > 0 || works.Any(one => one.LastYield is not null) || network.Parts.OfType<GunPark>().Any();

    /// <summary>The events of a step, in their order.</summary>
    public void Step(int step)
    {
        t = step;
        Declare();
        DeclareMaking();
        Arrive();
        SupplyInputs();
        Produce();
        Strike();
        Dispatch();
        Fire();
        Record();
    }

    private static double Share(double wanted, double pool) => pool > 0 ? Math.Min(1, wanted / pool) : 0;

    private double Pool(Dictionary<(string, Calibre, Origin), double> state, string place, Calibre calibre) =>
        origins.Sum(origin => state.GetValueOrDefault((place, calibre, origin)));

    private void Book(Quantity quantity, Part place, Calibre calibre, Origin? origin, double amount)
    {
        if (amount != 0) book(new(quantity, network.Name, place.Name, calibre, origin), t, amount);
    }

    private static void Add<T>(Dictionary<T, double> state, T cell, double amount)
        where T : notnull => state[cell] = state.GetValueOrDefault(cell) + amount;

    private string Address(Part part, string property) => $"{network.Key}/{part.Key}/{property}";

    private double Once(Part part, string property, Uncertain number) => numbers.Value(number, Address(part, property));

    private double Amount(Part part, string property, RatePath path) => numbers.Amount(path, Address(part, property), t);

    private void Open()
    {
        foreach (var place in stockpiles)
            foreach (var lot in place.Opening)
                Add(onHand, (place.Name, lot.Calibre, lot.Origin), Once(place, $"opening/{lot.Calibre}/{lot.Origin}", lot.Amount.Value));
        foreach (var place in reserves)
            foreach (var lot in place.Opening)
                Add(reserve, (place.Name, lot.Calibre, lot.Origin), Once(place, $"opening/{lot.Calibre}/{lot.Origin}", lot.Amount.Value));
        foreach (var supplier in suppliers)
            foreach (var offer in supplier.Offers)
                exportable[(supplier.Name, offer.Calibre)] = Once(supplier, $"exportable/{offer.Calibre}", offer.Exportable.Value);
        foreach (var route in routes)
        {
            var steps = Math.Floor(Once(route, "leadTime", route.LeadTime.Value) / horizon.StepDays + 0.5);
            lag[route.Name] = (int)Math.Min(horizon.Steps, Math.Max(1, steps));
        }
    }

    /// <summary>Values the numbers that the course of the replication may never ask for, so that their parameters are known.</summary>
    private void Declare()
    {
        foreach (var supplier in suppliers)
        {
            Once(supplier, "rework", supplier.Rework.Value);
            Once(supplier, "useless", supplier.Useless.Value);
            if (supplier.ExportLimit is { } limit) Amount(supplier, "exportLimit", limit);
        }

        foreach (var route in routes)
        {
            Once(route, "loss", route.Loss.Value);
            if (route.Capacity is not null) Capacity(route);
        }
    }

    // Event 2.
    private void Arrive()
    {
        foreach (var route in routes)
        foreach (var calibre in calibres)
        foreach (var origin in origins)
        {
            if (!arrivals.Remove((route.Name, calibre, origin, t), out var amount)) continue;
            Add(transit, (route.Name, calibre, origin), -amount);
            Book(Quantity.Received, route, calibre, origin, amount);
            if (suppliers.FirstOrDefault(one => one.Name == route.From) is { } supplier)
            {
                var (rework, useless) = Condition(supplier, route, calibre, amount);
                Add(onHand, (route.To, calibre, origin), amount - rework - useless);
                if (supplier.ReworkTo is { } to) Add(reserve, (to, calibre, origin), rework);
                Book(Quantity.Rejected, route, calibre, origin, useless);
            }
            else
            {
                Add(onHand, (route.To, calibre, origin), amount);
            }
        }
    }

    // Event 3.
    private void Produce()
    {
        foreach (var (line, gross) in Outputs())
        {
            var good = gross * Yield(line);
            Book(Quantity.Produced, line, line.Calibre, line.Origin, gross);
            Add(onHand, (line.To, line.Calibre, line.Origin), good);
            Book(Quantity.Rejected, line, line.Calibre, line.Origin, gross - good);
        }

        foreach (var place in reserves)
        foreach (var calibre in calibres)
        {
            var here = works.Where(one => one.From == place.Name && one.Calibre == calibre).ToArray();
            var wanted = here.Select(one => Capacity(one) * Scale(one, calibre)).ToArray();
            var shares = origins.ToDictionary(origin => origin, origin => TakenOf(place, calibre, origin, wanted.Sum()));
            foreach (var origin in origins)
            {
                var held = reserve.GetValueOrDefault((place.Name, calibre, origin));
                var taken = held * shares[origin];
                Add(reserve, (place.Name, calibre, origin), -taken);
                for (var i = 0; i < here.Length; i++)
                {
                    var part = taken * Share(wanted[i], wanted.Sum());
                    var good = part * YieldOf(here[i], calibre, origin, held);
                    Book(Quantity.Refurbished, here[i], calibre, origin, good);
                    Add(onHand, (here[i].To, calibre, origin), good);
                    Book(Quantity.Rejected, here[i], calibre, origin, part - good);
                }
            }
        }

        foreach (var supplier in suppliers)
        foreach (var offer in supplier.Offers)
        {
            var made = Amount(supplier, $"production/{offer.Calibre}", offer.Production);
            Book(Quantity.SupplierProduction, supplier, offer.Calibre, supplier.Origin, made);
            Add(exportable, (supplier.Name, offer.Calibre), made);
        }

        foreach (var park in parks) park.Make(changes.CapacityFactor(network, network.Parts.Single(part => part.Name == park.Name)));
    }

    // Event 4.
    private void Strike()
    {
        foreach (var place in stockpiles)
        foreach (var fraction in changes.Strikes(network, place).Concat(changes.Hazards(network, place, horizon.StepDays)).Select(share => share * changes.Exposure(network, place)))
        foreach (var calibre in calibres)
        foreach (var origin in origins)
        {
            var lost = onHand.GetValueOrDefault((place.Name, calibre, origin)) * fraction;
            Book(Quantity.Lost, place, calibre, origin, lost);
            Add(onHand, (place.Name, calibre, origin), -lost);
        }

        foreach (var park in parks) park.Lose();
    }

    // Event 5.
    private void Dispatch()
    {
        var wishes = new Dictionary<(string Route, Calibre), double>();
        foreach (var route in routes.Where(FromStockpile)) Wish(route, wishes);
        foreach (var supplier in suppliers) Export(supplier);
        foreach (var place in stockpiles)
        foreach (var calibre in calibres)
        {
            var leaving = routes.Where(route => route.From == place.Name && wishes.ContainsKey((route.Name, calibre))).ToArray();
            var sum = leaving.Sum(route => wishes[(route.Name, calibre)]);
            var f = Share(sum, Pool(onHand, place.Name, calibre));
            foreach (var origin in origins)
            {
                var taken = onHand.GetValueOrDefault((place.Name, calibre, origin)) * f;
                Add(onHand, (place.Name, calibre, origin), -taken);
                foreach (var route in leaving)
                {
                    var sent = taken * Share(wishes[(route.Name, calibre)], sum);
                    Book(Quantity.Dispatched, route, calibre, origin, sent);
                    PutOnTheWay(route, calibre, origin, sent);
                }
            }
        }
    }

    private bool FromStockpile(Route route) => stockpiles.Any(place => place.Name == route.From);

    private void Wish(Route route, Dictionary<(string Route, Calibre), double> wishes)
    {
        var carried = calibres.Where(calibre => Carries(route, calibre)).ToArray();
        var cover = Once(route, "cover", route.Cover!.Value);
        var wish = new Dictionary<Calibre, double>();
        foreach (var calibre in carried)
        {
            var n = routes.Count(one => FromStockpile(one) && one.To == route.To);
            var required = Below(route.To, calibre).Sum(one => Required(one, calibre));
            var there = Pool(onHand, route.To, calibre) + routes.Where(one => one.To == route.To).Sum(one => Pool(transit, one.Name, calibre));
            wish[calibre] = Math.Max(0, cover / horizon.StepDays * required - there) / n;
        }

        var cut = (route.Capacity is null ? 1 : Share(Capacity(route), wish.Values.Sum())) * changes.Remaining(network, route);
        cut *= changes.Throughput(network, stockpiles.Single(place => place.Name == route.From));
        foreach (var (calibre, amount) in wish) wishes[(route.Name, calibre)] = amount * cut;
    }

    private void Export(Supplier supplier)
    {
        var route = routes.Single(one => one.From == supplier.Name);
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
                (var s, ShareMeaning.Added) => s / (1 - s) * others,
                var (s, _) => s * (others + own),
            };
            covered[calibre] = Math.Min(ordered[calibre], exportable[(supplier.Name, calibre)]);
        }

        var allowed = covered.ToDictionary(pair => pair.Key, pair => limit is { } m ? pair.Value * Share(m, covered.Values.Sum()) : pair.Value);
        var cut = (route.Capacity is null ? 1 : Share(Capacity(route), allowed.Values.Sum())) * changes.Remaining(network, route);
        foreach (var calibre in ordered.Keys)
        {
            var sent = allowed[calibre] * cut;
            Book(Quantity.Ordered, supplier, calibre, supplier.Origin, ordered[calibre]);
            Book(Quantity.HeldByStock, supplier, calibre, supplier.Origin, ordered[calibre] - covered[calibre]);
            Book(Quantity.HeldByExportLimit, supplier, calibre, supplier.Origin, covered[calibre] - allowed[calibre]);
            Book(Quantity.HeldByRoute, supplier, calibre, supplier.Origin, allowed[calibre] - sent);
            Book(Quantity.Imported, supplier, calibre, supplier.Origin, sent);
            Add(exportable, (supplier.Name, calibre), -sent);
            SendFirstLots(supplier, route, calibre, sent);
            PutOnTheWay(route, calibre, supplier.Origin, sent);
        }
    }

    private void PutOnTheWay(Route route, Calibre calibre, Origin origin, double sent)
    {
        var kept = sent * Kept(route);
        Book(Quantity.Lost, route, calibre, origin, sent - kept);
        Add(transit, (route.Name, calibre, origin), kept);
        var further = stockpiles.FirstOrDefault(place => place.Name == route.From) is { } start ? changes.FurtherHaul(network, start) : null;
        var steps = further is { } days ? Lag(Once(route, "leadTime", route.LeadTime.Value) + days) : lag[route.Name];
        Add(arrivals, (route.Name, calibre, origin, t + steps), kept);
    }

    private double Kept(Route route) => (1 - Once(route, "loss", route.Loss.Value)) * changes.Kept(network, route);

    // Events 6 and 7 for all consumers, then event 8: a consumer may count the stockpile that another fires from.
    private void Fire()
    {
        var controlled = (
            from consumer in consumers
            from demand in consumer.Demands
            select (consumer, demand.Calibre, Amount: Controlled(consumer, demand.Calibre))).ToArray();
        var firedBy = new Dictionary<TwinGuns, double>();
        foreach (var (consumer, calibre, amount) in controlled)
        {
            var park = ParkOf(consumer, calibre);
            var (byGuns, byBarrels) = park?.Shares(controlled.Where(one => ParkOf(one.consumer, one.Calibre) == park).Sum(one => one.Amount)) ?? (1, 1);
            var f = Share(amount * byBarrels, Pool(onHand, consumer.At, calibre));
            var all = 0.0;
            foreach (var origin in origins)
            {
                var fired = onHand.GetValueOrDefault((consumer.At, calibre, origin)) * f;
                all += fired;
                Add(onHand, (consumer.At, calibre, origin), -fired);
                Book(Quantity.Fired, consumer, calibre, origin, fired);
                Book(Quantity.EffectiveFired, consumer, calibre, origin, fired * Effect(origin));
            }

            var required = Required(consumer, calibre);
            Book(Quantity.Required, consumer, calibre, null, required);
            Book(Quantity.Shortfall, consumer, calibre, null, Math.Max(0, required - all));
            Book(Quantity.ShortOfGuns, consumer, calibre, null, amount - amount * byGuns);
            Book(Quantity.ShortOfBarrels, consumer, calibre, null, amount * byGuns - amount * byBarrels);
            Book(Quantity.ShortOfRounds, consumer, calibre, null, Math.Max(0, Math.Max(0, required - all) - (amount - amount * byBarrels)));
            if (park is not null) firedBy[park] = firedBy.GetValueOrDefault(park) + all;
        }

        foreach (var park in parks) park.Wear(firedBy.GetValueOrDefault(park));
    }

    private TwinGuns? ParkOf(Consumer consumer, Calibre calibre) =>
        parks.SingleOrDefault(park => park.Name == consumer.Demands.Single(demand => demand.Calibre == calibre).Guns);

    private double Controlled(Consumer consumer, Calibre calibre)
    {
        var required = Required(consumer, calibre);
        if (consumer.Rationing is not CoverRationing rule) return required;
        var cover = Once(consumer, "rationing/cover", rule.Cover.Value);
        var safety = Once(consumer, "rationing/safety", rule.Safety.Value);
        var counted = rule.Counting.Append(consumer.At).Sum(place => Pool(onHand, place, calibre));
        return Math.Min(required, Math.Max(0, counted - safety) / cover * horizon.StepDays);
    }

    // Event 9.
    private void Record()
    {
        foreach (var state in new[] { onHand, reserve, transit })
            foreach (var cell in state.Keys.ToArray())
                if (state[cell] < 1e-30) state[cell] = 0;
        foreach (var cell in exportable.Keys.ToArray())
            if (exportable[cell] < 1e-30) exportable[cell] = 0;
        foreach (var calibre in calibres)
        foreach (var origin in origins)
        {
            foreach (var place in stockpiles) Book(Quantity.OnHand, place, calibre, origin, onHand.GetValueOrDefault((place.Name, calibre, origin)));
            foreach (var place in reserves) Book(Quantity.Reserve, place, calibre, origin, reserve.GetValueOrDefault((place.Name, calibre, origin)));
            foreach (var route in routes) Book(Quantity.InTransit, route, calibre, origin, transit.GetValueOrDefault((route.Name, calibre, origin)));
        }

        foreach (var supplier in suppliers)
            foreach (var offer in supplier.Offers)
                Book(Quantity.Exportable, supplier, offer.Calibre, supplier.Origin, exportable[(supplier.Name, offer.Calibre)]);
        RecordMaking();
        foreach (var park in parks) park.Record();
    }

    // Planned supply of event 5 and what it rests on.
    private double PlannedByOthers(Supplier supplier, Calibre calibre) =>
        lines.Where(line => line.Calibre == calibre).Sum(line => Capacity(line) * Yield(line))
        + works.Where(one => one.Calibre == calibre).Sum(one => Capacity(one) * Yield(one))
        + suppliers.Where(other => other != supplier).Sum(other => Orders(other, calibre));

    private double Orders(Supplier supplier, Calibre calibre) => supplier.Offers.FirstOrDefault(offer => offer.Calibre == calibre) is { } found
        ? Amount(supplier, $"orders/{calibre}", found.Orders)
        : 0;

    /// <summary>The scale that substituted shares of other origins put on a source.</summary>
    private double Scale(Part source, Calibre calibre)
    {
        var scale = 1.0;
        foreach (var supplier in suppliers.Where(one => one != source && one.Offers.Any(offer => offer.Calibre == calibre)))
        {
            if (changes.TargetShare(network, supplier) is not (var s, ShareMeaning.Substituted)) continue;
            var others = PlannedByOthers(supplier, calibre);
            if (others != 0) scale *= (1 - s) * (others + Orders(supplier, calibre)) / others;
        }

        return scale;
    }

    private double Capacity(Part part) => changes.CapacityFactor(network, part) * Amount(part, "capacity", part switch
    {
        ProductionLine line => line.Capacity,
        RefurbishmentWorks one => one.Capacity,
        Route route => route.Capacity!,
        _ => throw new NotSupportedException(part.ToString()),
    });

    private double Yield(Part part) => Once(part, "yield", part is ProductionLine line ? line.Yield.Value : ((RefurbishmentWorks)part).Yield.Value);

    private double Required(Consumer consumer, Calibre calibre) => changes.RequirementFactor(network, consumer)
        * Amount(consumer, $"required/{calibre}", consumer.Demands.First(demand => demand.Calibre == calibre).Required);

    /// <summary>A stockpile and all that can be reached from it.</summary>
    private HashSet<string> FurtherDown(string place)
    {
        HashSet<string> found = [place];
        while (routes.Any(route => found.Contains(route.From) && found.Add(route.To))) { }
        return found;
    }

    /// <summary>The consumers of a calibre at a stockpile and further down.</summary>
    private Consumer[] Below(string place, Calibre calibre) =>
        [.. consumers.Where(one => FurtherDown(place).Contains(one.At) && one.Demands.Any(demand => demand.Calibre == calibre))];

    /// <summary>Section 4: what a supplier offers; of what can be at a stockpile, what is fired at the destination or further down.</summary>
    private bool Carries(Route route, Calibre calibre) => FromStockpile(route)
        ? CanHold(route.From, calibre) && Below(route.To, calibre).Length > 0
        : suppliers.Single(one => one.Name == route.From).Offers.Any(offer => offer.Calibre == calibre);

    /// <summary>Section 4: whether rounds of a calibre can ever be at a stockpile.</summary>
    private bool CanHold(string place, Calibre calibre) =>
        stockpiles.Any(one => one.Name == place && one.Opening.Any(lot => lot.Calibre == calibre))
        || lines.Any(line => line.To == place && line.Calibre == calibre)
        || works.Any(one => one.To == place && one.Calibre == calibre && CanRestore(one.From, calibre))
        || routes.Any(route => route.To == place && Carries(route, calibre));

    /// <summary>The same for a reserve: it opens with the calibre, or a supplier's rework brings it.</summary>
    private bool CanRestore(string place, Calibre calibre) =>
        reserves.Any(one => one.Name == place && one.Opening.Any(lot => lot.Calibre == calibre))
        || suppliers.Any(one => one.ReworkTo == place && one.Offers.Any(offer => offer.Calibre == calibre));
}
