using Supply.Programs;

namespace Supply.Tests.Laws;

/// <summary>Random valid scenarios, small enough to read when one fails.</summary>
internal sealed class GeneratedScenarios
{
    private static readonly Calibre[] AllCalibres = [Calibre.Mm152, Calibre.Mm122, Calibre.Rocket122];
    private static readonly Origin[] Foreign = [Origin.Dprk, Origin.Iran];
    private readonly Dice dice;
    private readonly Horizon horizon;
    private readonly RandomValues values;
    private readonly Calibre[] calibres;
    private readonly Origin[] foreign;
    private readonly string[] stockpiles;
    private readonly string[] reserves;
    private readonly List<Part> parts = [];

    private GeneratedScenarios(int number)
    {
        dice = new(number);
        var steps = dice.Whole(12, 45);
        var first = new DateOnly(2024, 2, 1);
        horizon = dice.Whole(0, 4) switch
        {
            0 => Horizon.PlainSteps(steps),
            1 => Horizon.PlainSteps(steps, 7),
            2 => Horizon.PlainSteps(steps, 2.5),
            3 => Horizon.Dated(first, first.AddDays(7 * steps), stepDays: 7),
            _ => Horizon.Dated(first, first.AddDays(steps)),
        };
        values = new(dice, horizon);
        calibres = [.. AllCalibres.Take(dice.Whole(1, 3))];
        foreign = [.. Foreign.Take(dice.Whole(0, 2))];
        stockpiles = [.. Enumerable.Range(1, dice.Whole(1, 4)).Select(i => $"Depot {i}")];
        reserves = [.. Enumerable.Range(1, dice.Whole(foreign.Length > 0 ? 1 : 0, 2)).Select(i => $"Reserve {i}")];
    }

    /// <summary>The sample of a number, always the same.</summary>
    public static Sample Of(int number)
    {
        var samples = new GeneratedScenarios(number);
        samples.Places();
        samples.Makers();
        samples.Suppliers();
        samples.Routes();
        samples.Consumers();
        var network = new Network("Side", Items.From(samples.parts));
        return new(number, new Scenario($"Sample {number}", network, samples.horizon) { Changes = samples.Changes() }.Stretched());
    }

    private IEnumerable<T> Parts<T>() where T : Part => parts.OfType<T>();

    private void Places()
    {
        Origin[] origins = [Origin.Russia, .. foreign];
        Items<Lot> Lots(double level) => Items.From(
            from calibre in calibres from origin in origins where origin == Origin.Russia || dice.Chance(0.4)
            select new Lot(calibre, origin, values.Rounds(level)));
        foreach (var name in stockpiles)
        {
            parts.Add(new Stockpile(name, Lots(dice.Number(500, 20_000))) { Allocation = Allocation(),
                HoldingCost = dice.Chance(0.3) ? Money.Of(2) : null });
        }
        foreach (var name in reserves) parts.Add(new Reserve(name, Lots(dice.Number(500, 5_000))));
    }

    private void Makers()
    {
        for (var i = dice.Whole(0, 3); i > 0; i--)
        {
            parts.Add(new ProductionLine($"Line {i}", dice.Of(calibres), Origin.Russia, dice.Of(stockpiles),
                values.Path(dice.Number(10, 400)))
            {
                Yield = dice.Chance(0.5) ? Fraction.All : Fraction.Of(Uncertain.Uniform(0.7, 1)),
            });
        }

        for (var i = reserves.Length == 0 ? 0 : dice.Whole(0, 3); i > 0; i--)
        {
            parts.Add(new RefurbishmentWorks(
                $"Works {i}", dice.Of(calibres), dice.Of(reserves), dice.Of(stockpiles), values.Path(dice.Number(10, 400)))
            {
                Yield = dice.Chance(0.3) ? Fraction.All : values.Fraction(0.9),
            });
        }
    }

    private void Suppliers()
    {
        foreach (var origin in foreign)
        {
            var orders = dice.Chance(0.8);
            var offers = calibres.Where((_, i) => i == 0 || dice.Chance(0.6)).Select(calibre => new Offer(
                calibre, values.Rounds(5_000), values.Path(dice.Number(0, 100)), orders ? values.Path(dice.Number(20, 300)) : null));
            parts.Add(new Supplier($"{origin} arsenals", origin, Items.From(offers))
            {
                ExportLimit = dice.Chance(0.4) ? values.Path(dice.Number(50, 400)) : null,
                Rework = values.Fraction(0.5),
                Useless = values.Fraction(0.3),
                ReworkTo = reserves[0],
            });
            var route = new Route($"From {origin}", $"{origin} arsenals", dice.Of(stockpiles), values.LeadTime(20));
            parts.Add(Capped(orders ? route : route with { Replenishment = Rule(route.To) }));
        }
    }

    private void Routes()
    {
        for (var i = 1; i < stockpiles.Length; i++) Join(stockpiles[dice.Whole(0, i - 1)], stockpiles[i]);
        if (stockpiles.Length > 1 && dice.Chance(0.4)) Join(stockpiles[0], stockpiles[^1]);
        if (stockpiles.Length > 2 && dice.Chance(0.2)) Join(stockpiles[^1], stockpiles[0], values.Days(0.5, 12));
    }

    /// <summary>A ring takes time somewhere.</summary>
    private void Join(string from, string to, Days? leadTime = null) =>
        parts.Add(Capped(new Route($"Road {Parts<Route>().Count() + 1}", from, to, leadTime ?? values.LeadTime(12))
        {
            Replenishment = Rule(to), Priority = dice.Whole(0, 3),
        }));

    /// <summary>Only one route orders for a place, and none in a ring, where the order of the description would matter.</summary>
    private Replenishment Rule(string to)
    {
        Days? review = dice.Chance(0.3) ? Days.Of(7) : null;
        var mayOrder = to != stockpiles[0] && !Parts<Route>().Any(route => route.To == to);
        return (mayOrder ? dice.Whole(0, 7) : dice.Whole(0, 4)) switch
        {
            0 => Replenishment.Push(values.Path(dice.Number(50, 500))),
            5 => Replenishment.BaseStock(Rounds.Of(values.Amount(4_000)), review),
            6 => Replenishment.ReorderPoint(Rounds.Of(values.Amount(2_000)), Rounds.Of(values.Amount(3_000)), review),
            7 => Replenishment.MinMax(Rounds.Of(dice.Number(100, 3_000)), Rounds.Of(dice.Number(4_000, 12_000)), review),
            _ => Replenishment.ByCover(values.Days(5, 40)),
        };
    }

    private Allocation Allocation() => (dice.Whole(0, 4) switch
    {
        3 => Supply.Allocation.EqualCover,
        4 => Supply.Allocation.ByPriority(dice.Number(0.5, 4)),
        _ => Supply.Allocation.Proportional,
    }) with { WithConsumers = dice.Chance(0.3) };

    private Route Capped(Route route) => route with
    {
        Capacity = dice.Chance(0.6) ? values.Path(dice.Number(50, 600)) : null,
        Loss = values.Fraction(0.2),
    };

    private void Consumers()
    {
        var places = stockpiles.Length > 1 && dice.Chance(0.3) ? stockpiles[^2..] : [stockpiles[^1]];
        if (dice.Chance(0.3)) places = [.. places, places[^1]];
        foreach (var (i, place) in places.Index())
        {
            var others = stockpiles.Where(other => other != place && dice.Chance(0.4));
            parts.Add(new Consumer($"Force {i + 1} at {place}", place,
                Items.From(calibres.Select(calibre => new Demand(calibre, values.Path(dice.Number(100, 900))))))
            {
                Rationing = dice.Chance(0.4) ? Rationing.None
                    : Rationing.ByCover(values.Days(5, 30), values.Rounds(300), Items.From(others)),
                Season = dice.Chance(0.3) ? new(values.Moment(), values.Fraction(1)) : null,
                Displacement = dice.Chance(0.3)
                    ? new(values.Moment(), values.Days(3, 40), values.Fraction(1), dice.Of(Growth.Linear, Growth.Logistic)) : null,
                Unmet = dice.Chance(0.3) ? Unmet.Backordered : Unmet.Lost,
                Priority = dice.Whole(0, 3),
            });
        }
    }

    private Items<Change> Changes()
    {
        var changes = new List<Change>();
        for (var i = dice.Whole(0, 4); i > 0; i--) changes.Add(Change());

        // Shares of several origins that may sum to 1 are refused; one origin keeps its own.
        static double Most(IEnumerable<Change> shares) => shares.Max(change => Bounds.Of(((TargetShare)change).Share.Value).High);
        var shares = changes.OfType<TargetShare>().GroupBy(share => share.Origin).ToArray();
        if (shares.Sum(Most) >= 0.99) changes.RemoveAll(change => change is TargetShare share && share.Origin != shares[0].Key);
        return Items.From(changes);
    }

    private bool Planned => Parts<Supplier>().All(one => one.Offers[0].Orders is not null);

    private Change Change()
    {
        var from = values.Moment(0, horizon.Steps - 2);
        Moment? until = dice.Chance(0.5) ? values.Moment(horizon.StepAt(from) + 1, horizon.Steps - 1) : null;
        Route[] routes = [.. Parts<Route>()];
        Part[] capped = [.. parts.Where(part => part is ProductionLine or RefurbishmentWorks or Route { Capacity: not null })];
        return dice.Whole(0, 7) switch
        {
            0 when foreign.Length > 0 => new ExportLimit(dice.Of(foreign), from, values.Rate(dice.Number(0, 200))) { Until = until },
            1 when foreign.Length > 0 && Planned =>
                new TargetShare(dice.Of(foreign), from, values.Fraction(0.6), ShareMeaning.Added) { Until = until },
            2 when foreign.Length > 0 && Planned =>
                new TargetShare(dice.Of(foreign), from, values.Fraction(0.6), ShareMeaning.Substituted) { Until = until },
            3 when routes.Length > 0 =>
                new Interdiction(dice.Of(routes).Name, from, values.Fraction(1)) { Until = until, Loss = values.Fraction(0.5) },
            4 when capped.Length > 0 => new CapacityChange(dice.Of(capped).Name, from, values.Factor()) { Until = until },
            5 => new RequirementChange(dice.Of(Parts<Consumer>().ToArray()).Name, from, values.Factor()) { Until = until },
            6 when until is not null => new RequirementChange(dice.Of(Parts<Consumer>().ToArray()).Name, from, values.Factor())
            {
                Until = until, Onset = values.Days(1, 20), Fading = values.Days(1, 20),
            },
            _ => new DepotStrike(dice.Of(stockpiles), from, values.Fraction(0.9)),
        };
    }
}
