namespace Supply.Tests.Twin;

/// <summary>Sections 4 and 6 of MODEL.md: the state of one network and what happens to it in a step.</summary>
internal sealed partial class TwinSide
{
    private readonly Network network;
    private readonly Horizon horizon;
    private readonly TwinRounding rounding;
    private readonly TwinNumbers numbers;
    private readonly TwinChanges changes;
    private readonly Action<Entry, int, double> book;
    private readonly TwinDemand demand;

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

    // Section 4. Stockpiles, reserves and routes by name; a missing entry is 0.
    private readonly Dictionary<(string Place, Calibre, Origin), double> onHand = [];
    private readonly Dictionary<(string Place, Calibre, Origin), double> reserve = [];
    private readonly Dictionary<(string Place, Calibre, Origin), double> transit = [];
    private readonly Dictionary<(string Supplier, Calibre), double> exportable = [];
    private readonly Dictionary<string, TwinWay> ways = [];
    private readonly Dictionary<string, int> lag = [];

    // The flows that this step has booked so far.
    private readonly Dictionary<(Quantity Quantity, string Place, Calibre? Calibre, Origin? Origin), double> today = [];
    private int t;

    public TwinSide(
        Network network, Horizon horizon, TwinRounding rounding, TwinNumbers numbers, TwinChanges changes,
            Action<Entry, int, double> book, Func<string, string, int, double> firedIn)
    {
        demand = new(network, horizon, numbers, changes, firedIn);
        (this.network, this.horizon, this.rounding, this.numbers, this.changes, this.book) =
            (network, horizon, rounding, numbers, changes, book);
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
        origins = [.. lots.Select(lot => lot.Origin).Concat(lines.Select(line => line.Origin)).Concat(suppliers.Select(one => one.Origin))
            .Distinct().OrderBy(origin => origin.Name, StringComparer.Ordinal)];
        Open();
        OpenMaking();
        OpenCohorts();
        parks = [.. network.Parts.OfType<GunPark>().Select(park => new TwinGuns(
            park, (property, number) => Once(park, property, number), (property, path) => Amount(park, property, path),
            (quantity, amount) => BookUnits(quantity, park, amount)))];
    }

    /// <summary>Whether some route can never carry anything, or some works never have anything to restore.</summary>
    public bool HasIdlePart =>
        routes.Any(route => !calibres.Any(calibre => Carries(route, calibre))) || works.Any(one => !CanRestore(one.From, one.Calibre))
        || changes.HasDispersal || network.Effects.Count > 0 || works.Any(one => one.LastYield is not null) || parks.Length > 0;

    /// <summary>The events of a step, in their order.</summary>
    public void Step(int step)
    {
        t = step;
        today.Clear();
        rounding.Begin();
        Declare();
        DeclareMaking();
        Throttle();
        AgeCohorts();
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

    private void Book(Quantity quantity, Part place, Calibre? calibre, Origin? origin, double amount)
    {
        if (amount == 0) return;
        book(new(quantity, network.Name, place.Name, calibre, origin), t, amount);
        Add(today, (quantity, place.Name, calibre, origin), amount);
    }

    private static void Add<T>(Dictionary<T, double> state, T cell, double amount)
        where T : notnull => state[cell] = state.GetValueOrDefault(cell) + amount;

    private string Address(Part part, string property) => $"{network.Key}/{part.Key}/{property}";

    private double Once(Part part, string property, Uncertain number) => numbers.Value(number, Address(part, property));

    private double Now(Part part, string property, Uncertain number) => numbers.Value(number, Address(part, property), t);

    private double Amount(Part part, string property, RatePath path) => numbers.Amount(path, Address(part, property), t);

    private void Open()
    {
        foreach (var place in stockpiles)
            foreach (var lot in place.Opening)
                Add(onHand, (place.Name, lot.Calibre, lot.Origin),
                    rounding.Nearest(Once(place, $"opening/{lot.Calibre}/{lot.Origin}", lot.Amount.Value)));
        foreach (var place in reserves)
            foreach (var lot in place.Opening)
                Add(reserve, (place.Name, lot.Calibre, lot.Origin),
                    rounding.Nearest(Once(place, $"opening/{lot.Calibre}/{lot.Origin}", lot.Amount.Value)));
        foreach (var supplier in suppliers)
            foreach (var offer in supplier.Offers)
                exportable[(supplier.Name, offer.Calibre)] =
                    rounding.Nearest(Once(supplier, $"exportable/{offer.Calibre}", offer.Exportable.Value));
        foreach (var consumer in consumers)
            foreach (var one in consumer.Backordered)
                backlog[(consumer.Name, one.Calibre)] =
                    rounding.Nearest(Once(consumer, $"backordered/{one.Calibre}", one.Amount.Value));
        foreach (var route in routes)
        {
            lag[route.Name] = Lag(Once(route, "leadTime", route.LeadTime.Value));
            TwinWay Way() => new(route, network, horizon.StepDays, Once(route, "leadTime", route.LeadTime.Value), rounding, changes);
            (ways[route.Name], firstWays[route.Name]) = (Way(), Way());
            OpenTransit(route);
        }

        OpenPortsAndAccounts();
    }

    /// <summary>Evaluates the numbers that a replication may never ask for, so that their parameters are known.</summary>
    private void Declare()
    {
        foreach (var supplier in suppliers)
        {
            Once(supplier, "rework", supplier.Rework.Value);
            Once(supplier, "useless", supplier.Useless.Value);
            if (supplier.ExportLimit is { } limit) Amount(supplier, "exportLimit", limit);
        }

        foreach (var one in works) Once(one, "yield", one.Yield.Value);
        foreach (var route in routes)
        {
            Once(route, "loss", route.Loss.Value);
            if (route.FixedCost is { } cost) Once(route, "fixedCost", cost.Value);
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
            var way = ways[route.Name];
            if (way.Loses((calibre, origin)))
            {
                var lost = transit.GetValueOrDefault((route.Name, calibre, origin));
                Book(Quantity.Lost, route, calibre, origin, lost);
                Add(transit, (route.Name, calibre, origin), -lost);
            }

            var amount = way.Arrive((calibre, origin), t, FurtherHaul(route) ?? 0);
            if (suppliers.Any(one => one.Name == route.From && one.Origin == origin))
            {
                firstWays[route.Name].Loses((calibre, origin));
                firstArrivals[(route.Name, calibre)] = firstWays[route.Name].Arrive((calibre, origin), t, 0);
            }

            Receive(route, calibre, origin, amount);
        }
    }

    // Event 3.
    private void Produce()
    {
        foreach (var (line, gross) in Outputs())
        {
            var good = rounding.Run(gross * Yield(line), $"good {line.Name}");
            Book(Quantity.Produced, line, line.Calibre, line.Origin, gross);
            Put(onHand, line.To, line.Calibre, line.Origin, good);
            Book(Quantity.Rejected, line, line.Calibre, line.Origin, gross - good);
        }

        foreach (var place in reserves)
        foreach (var calibre in calibres)
        {
            var here = works.Where(one => one.From == place.Name && one.Calibre == calibre).ToArray();
            var wanted = here.Select(one => rounding.Run(Capacity(one) * Scale(calibre), $"in {one.Name}")).ToArray();
            var held = origins.ToDictionary(origin => origin, origin => reserve.GetValueOrDefault((place.Name, calibre, origin)));
            Draw(reserve, place.Name, calibre, wanted, (origin, i, part) =>
            {
                var good = rounding.Run(part * YieldOf(here[i], calibre, origin, held[origin]), $"good {here[i].Name} {calibre} {origin}");
                Book(Quantity.Refurbished, here[i], calibre, origin, good);
                Put(onHand, here[i].To, calibre, origin, good);
                Book(Quantity.Rejected, here[i], calibre, origin, part - good);
            });
        }

        foreach (var supplier in suppliers)
        foreach (var offer in supplier.Offers)
        {
            var made = rounding.Run(Amount(supplier, $"production/{offer.Calibre}", offer.Production),
                $"made {supplier.Name} {offer.Calibre}");
            Book(Quantity.SupplierProduction, supplier, offer.Calibre, supplier.Origin, made);
            Add(exportable, (supplier.Name, offer.Calibre), made);
        }

        Pay();
        foreach (var park in parks) park.Make(changes.CapacityFactor(network, network.Parts.Single(part => part.Name == park.Name)));
    }

    // Event 4.
    private void Strike()
    {
        foreach (var place in stockpiles)
        foreach (var fraction in changes.Strikes(network, place).Concat(changes.Hazards(network, place, horizon.StepDays))
            .Select(share => share * changes.Exposure(network, place)))
        foreach (var calibre in calibres)
        {
            var lost = origins.Select(origin => onHand.GetValueOrDefault((place.Name, calibre, origin)) * fraction).ToArray();
            if (rounding.Whole) lost = TwinRounding.Split(lost, rounding.Nearest(lost.Sum()));
            foreach (var (i, origin) in origins.Index())
            {
                Book(Quantity.Lost, place, calibre, origin, lost[i]);
                Strike(place.Name, calibre, origin, lost[i], fraction);
            }
        }

        foreach (var park in parks) park.Lose();
    }

    private TwinClaim Claim(Consumer consumer, Calibre calibre, double wish) =>
        new(consumer, wish, 0, consumer.Demands.Any(demand => demand.Calibre == calibre) ? Required(consumer, calibre) : 0,
            consumer.Priority);

    /// <summary>Withdraws amounts, or their shares of what is there, over the origins in proportion; returns what each got.</summary>
    private double[] Take(
        Dictionary<(string, Calibre, Origin), double> state, string place, Calibre calibre, Origin[] origins, double[] amounts,
            Action<Origin, int, double> taker)
    {
        var pool = origins.Sum(origin => state.GetValueOrDefault((place, calibre, origin)));
        if (pool <= 0) return new double[amounts.Length];
        if (rounding.Whole)
        {
            amounts = TwinRounding.Split(amounts, Math.Min(pool, rounding.Nearest(amounts.Sum())));
        }
        else if (amounts.Sum() > pool)
        {
            amounts = [.. amounts.Select(amount => amount * (pool / amounts.Sum()))];
        }

        var cells = origins.Select(origin => state.GetValueOrDefault((place, calibre, origin))).ToArray();
        for (var i = 0; i < amounts.Length; i++)
        {
            var parts = rounding.Whole ? TwinRounding.Split(cells, amounts[i]) : [.. cells.Select(cell => cell * (amounts[i] / pool))];
            for (var o = 0; o < origins.Length; o++)
            {
                if (rounding.Whole) cells[o] -= parts[o];
                Add(state, (place, calibre, origins[o]), -parts[o]);
                taker(origins[o], i, parts[o]);
            }
        }

        return amounts;
    }

    private bool FromStockpile(Route route) => stockpiles.Any(place => place.Name == route.From);

    private void Wish(Route route, Dictionary<(string Route, Calibre), TwinClaim> wishes)
    {
        var carried = calibres.Where(calibre => Carries(route, calibre)).OrderBy(calibre => calibre.Name, StringComparer.Ordinal).ToArray();
        var wish = carried.Select(calibre => WishOf(route, calibre)).ToArray();
        if (FromStockpile(route)) wish = Passed(route, wish);
        for (var i = 0; i < wish.Length; i++)
            wishes[(route.Name, carried[i])] = new(route, wish[i], There(route.To, carried[i]), Need(route.To, carried[i]), route.Priority);
    }

    private double[] Passed(Route route, double[] wishes, string suffix = "") =>
        [.. Handled(route, wishes, suffix)
            .Select((wish, i) =>
                rounding.Run(wish * changes.Remaining(network, route) * Throughput(route), $"passed {route.Name} {i} {suffix}"))];

    private double[] Handled(Route route, double[] wishes, string suffix) =>
        rounding.Limit(wishes, route.Capacity is null ? null : Capacity(route), $"capacity {route.Name} {suffix}");

    private double PutOnTheWay(Route route, Calibre calibre, Origin origin, double sent)
    {
        var kept = rounding.Run(sent * ((1 - Once(route, "loss", route.Loss.Value)) * changes.Kept(network, route)),
            $"kept {route.Name} {calibre} {origin}");
        Book(Quantity.Lost, route, calibre, origin, sent - kept);
        Add(transit, (route.Name, calibre, origin), kept);
        if (LagNow(route) > 0) ways[route.Name].Send((calibre, origin), kept, t, LagNow(route));
        else if (FromStockpile(route)) Receive(route, calibre, origin, kept);
        return kept;
    }

    // Events 6 and 7 for all consumers, then event 8: a consumer may count the stockpile that another fires from.
    private void Fire()
    {
        var controlled = (
            from consumer in consumers
            from demand in consumer.Demands
            select new TwinFire(consumer, demand.Calibre, Controlled(consumer, demand.Calibre))).ToArray();
        var held = CutByGuns(controlled);
        var fired = new Dictionary<(string, Calibre), double>();
        foreach (var place in stockpiles)
        foreach (var calibre in calibres)
        {
            var claims = controlled.Where(one => one.Consumer.At == place.Name && one.Calibre == calibre)
                .Select(one => Claim(one.Consumer, calibre, one.Amount - held[one].ByGuns - held[one].ByBarrels)).ToArray();
            var given = TwinAllocation.Give(place.Allocation, claims, Pool(onHand, place.Name, calibre));
            given = Draw(onHand, place.Name, calibre, given, (origin, i, rounds) =>
            {
                Book(Quantity.Fired, claims[i].Part, calibre, origin, rounds);
                Book(Quantity.EffectiveFired, claims[i].Part, calibre, origin, rounds * Effect(origin));
            });
            for (var i = 0; i < claims.Length; i++) fired[(claims[i].Part.Name, calibre)] = given[i];
        }

        foreach (var consumer in consumers)
        {
            foreach (var calibre in consumer.Demands.Select(demand => demand.Calibre))
            {
                var rounds = fired[(consumer.Name, calibre)];
                Book(Quantity.Required, consumer, calibre, null, Required(consumer, calibre));
                var shortfall = Shortfall(consumer, calibre, one => fired[(consumer.Name, one)]);
                Book(Quantity.Shortfall, consumer, calibre, null, shortfall);
                BookWants(consumer, calibre, shortfall, Causes(consumer, calibre, shortfall, one => fired[(consumer.Name, one)],
                    one => held.Single(fire => fire.Key.Consumer == consumer && fire.Key.Calibre == one).Value));
                if (ParkOf(consumer, calibre) is { } park) park.Fired += rounds;
                if (consumer.Unmet == Unmet.Backordered)
                {
                    backlog[(consumer.Name, calibre)] = Math.Max(0, Wanted(consumer, calibre) - rounds);
                }
            }
        }

        foreach (var park in parks) park.Wear();
        ObserveRates((consumer, calibre) => fired[(consumer.Name, calibre)]);
    }

    private double Controlled(Consumer consumer, Calibre calibre)
    {
        var wanted = Mixed(consumer, calibre);
        if (consumer.Rationing is not CoverRationing rule) return wanted;
        var cover = Now(consumer, "rationing/cover", rule.Cover.Value);
        var safety = Once(consumer, "rationing/safety", rule.Safety.Value);
        var counted = rule.Counting.Append(consumer.At).Sum(place => Pool(onHand, place, calibre));
        return rounding.Down(Math.Min(wanted, Math.Max(0, counted - safety) / cover * horizon.StepDays));
    }

    // Event 9.
    private void Record()
    {
        foreach (var state in new[] { onHand, reserve, transit })
            foreach (var cell in state.Keys.ToArray())
                if (state[cell] < 1e-30) state[cell] = 0;
        foreach (var cell in cohorts.Keys.ToArray())
            if (cohorts[cell] < 1e-30) cohorts[cell] = 0;
        foreach (var cell in exportable.Keys.ToArray())
            if (exportable[cell] < 1e-30) exportable[cell] = 0;
        foreach (var calibre in calibres)
        foreach (var origin in origins)
        {
            foreach (var place in stockpiles)
            {
                Book(Quantity.OnHand, place, calibre, origin, onHand.GetValueOrDefault((place.Name, calibre, origin)));
            }
            foreach (var place in reserves)
            {
                Book(Quantity.Reserve, place, calibre, origin, reserve.GetValueOrDefault((place.Name, calibre, origin)));
            }
            foreach (var route in routes)
            {
                Book(Quantity.InTransit, route, calibre, origin, transit.GetValueOrDefault((route.Name, calibre, origin)));
            }
        }

        foreach (var way in ways.Values) way.Flush();
        RecordPortsAndAccounts();
        foreach (var supplier in suppliers)
            foreach (var offer in supplier.Offers)
                Book(Quantity.Exportable, supplier, offer.Calibre, supplier.Origin, exportable[(supplier.Name, offer.Calibre)]);
        RecordOrders();
        RecordMaking();
        foreach (var park in parks) park.Record();
    }

    // Planned supply of event 5 and its terms, by the general rule: every share is one of the supply planned together.
    private (double Share, ShareMeaning Meaning)? ShareOf(Supplier supplier) =>
        Begun(supplier) == 0 ? null : changes.TargetShare(network, supplier);

    private double PlannedFreely(Calibre calibre) =>
        lines.Where(line => line.Calibre == calibre).Sum(line => Capacity(line) * Yield(line))
        + works.Where(one => one.Calibre == calibre).Sum(one => Capacity(one) * Yield(one))
        + suppliers.Where(one => ShareOf(one) is null).Sum(one => Orders(one, calibre));

    private double PlannedTogether(Calibre calibre) =>
        (PlannedFreely(calibre) + Offering(calibre, ShareMeaning.Substituted).Sum(one => Orders(one, calibre)))
        / (1 - Offering(calibre, ShareMeaning.Added).Sum(one => ShareOf(one)!.Value.Share));

    private Supplier[] Offering(Calibre calibre, ShareMeaning meaning) =>
    [
        .. suppliers.Where(one => ShareOf(one)?.Meaning == meaning && one.Offers.Any(offer => offer.Calibre == calibre)),
    ];

    /// <summary>All rounds of a calibre on hand in the network.</summary>
    public double OnHand(Calibre calibre) => onHand.Where(pair => pair.Key.Item2 == calibre).Sum(pair => pair.Value);

    private double Orders(Supplier supplier, Calibre calibre) =>
        supplier.Offers.FirstOrDefault(offer => offer.Calibre == calibre) is { Orders: { } orders }
        ? changes.Orders(network, supplier, calibre, Amount(supplier, $"orders/{calibre}", orders))
            * changes.OrderFactor(network, supplier) * Begun(supplier) * Factor(supplier, calibre)
        : 0;

    /// <summary>The scale that substituted shares put on the sources without a share.</summary>
    private double Scale(Calibre calibre)
    {
        Supplier[] substituted = [.. Offering(calibre, ShareMeaning.Substituted)];
        var free = PlannedFreely(calibre);
        if (substituted.Length == 0 || free <= 1e-30) return 1;
        var shares = substituted.Concat(Offering(calibre, ShareMeaning.Added)).Sum(one => ShareOf(one)!.Value.Share);
        return (1 - shares) * PlannedTogether(calibre) / free;
    }

    private double Yield(Part part) =>
        Once(part, "yield", part is ProductionLine line ? line.Yield.Value : ((RefurbishmentWorks)part).Yield.Value);

    private double Required(Consumer consumer, Calibre calibre) =>
        rounding.Run(demand.Required(consumer, calibre, t), $"required {consumer.Name} {calibre}");
}
