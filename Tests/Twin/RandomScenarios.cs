using FsCheck;
using FsCheck.Fluent;

namespace Supply.Tests.Twin;

/// <summary>
/// Small random scenarios. FsCheck generates rolls of dice; <see cref="Build"/> turns them into a scenario. Amounts come from a fine
/// grid, so that no comparison is a tie.
/// </summary>
internal sealed class RandomScenarios
{
    private const int Rolls = 1500;
    private const int Faces = 1_000_003;
    private static readonly Calibre[] Calibres = [Calibre.Mm152, Calibre.Mm122, Calibre.Rocket122];
    private static readonly Origin[] Origins = [Origin.Russia, Origin.Dprk, Origin.Iran, Origin.Belarus];

    private readonly int[] rolls;
    private readonly Horizon horizon;
    private int next;

    private RandomScenarios(int[] rolls)
    {
        this.rolls = rolls;
        horizon = Below(4) switch
        {
            0 => Horizon.PlainSteps(30 + Below(40), 0.5),
            1 => Horizon.Dated(new(2023, 12, 5), new DateOnly(2023, 12, 5).AddDays(100 + Below(80)), 7),
            2 => Horizon.PlainSteps(10 + Below(40), 2.25),
            _ => Horizon.Dated(new(2023, 12, 5), new DateOnly(2023, 12, 5).AddDays(35 + Below(60))),
        };
    }

    /// <summary>All scenarios that 1,500 rolls can give.</summary>
    public static Gen<Scenario> Scenarios { get; } = Gen.Choose(0, Faces - 1).ArrayOf(Rolls).Select(Of);

    public static Scenario Of(int[] rolls) => new RandomScenarios(rolls).Build();

    private Scenario Build()
    {
        Network[] networks = Below(4) == 0 ? Answering(Side("Red", 0), Side("Blue", 1)) : [Side("Red", Below(4))];
        var scenario = new Scenario("Random", Items.Of<Network>(networks), horizon);
        return (scenario with { WholeRounds = Chance(0.25),
            Changes = Items.From(Enumerable.Range(0, Below(9)).Select(_ => Change(networks)).OfType<Change>()) }).Stretched();
    }

    /// <summary>Two sides, some of whose consumers answer the fire of one of the other side.</summary>
    private Network[] Answering(Network red, Network blue)
    {
        Network Answer(Network to, Network from) => to with
        {
            Parts = Items.From(to.Parts.Select(part => part is Consumer consumer && Chance(0.7)
                ? consumer with
                {
                    Response = new($"{from.Name}/{Any(from.Parts.OfType<Consumer>().ToArray()).Name}", Fraction(),
                        Ratio.Of(Chance(0.3) ? Factor() : Number(0, 2))) { TrailingDays = 1 + Below(40) },
                }
                : part)),
        };
        return [Answer(red, blue), Answer(blue, red)];
    }

    private int Roll() => rolls[next++ % rolls.Length];

    private int Below(int limit) => Roll() % limit;

    private bool Chance(double probability) => Roll() < probability * Faces;

    private T Any<T>(IReadOnlyList<T> list) => list[Below(list.Count)];

    private double Between(double low, double high) => low + (high - low) * (Roll() + 0.123) / Faces;

    private Moment Moment() => horizon.Start is { } start && Chance(0.8)
        ? start.AddDays(Below((int)((horizon.Steps - 1) * horizon.StepDays)))
        : Supply.Moment.AtStep(Below(horizon.Steps - 1));

    /// <summary>Stockpiles in a row; routes lead from earlier to later ones.</summary>
    private Network Side(string name, int supplierOrigin)
    {
        var calibres = Calibres.Take(1 + Below(3)).ToArray();
        var parts = new List<Part>();
        var stockpiles = Enumerable.Range(0, 2 + Below(4)).Select(i => $"Depot {i}").ToArray();
        parts.AddRange(stockpiles.Select(
            one => new Stockpile(one, Lots(calibres, 40_000)) { Allocation = Allocation(), HoldingCost = Money(0.3) }));
        parts.Add(new Reserve("Reserve", Lots(calibres, 90_000)));
        for (var i = Below(4); i > 0; i--)
            parts.Add(new ProductionLine($"Line {i}", Any(calibres), Any(Origins), Any(stockpiles), Path(1_500)) { Yield = Fraction(),
                UnitCost = Money(0.2) });
        for (var i = Below(4); i > 0; i--)
            parts.Add(new RefurbishmentWorks($"Works {i}", Any(calibres), "Reserve", Any(stockpiles), Path(1_500)) { Yield = Fraction() });
        for (var i = Below(3); i > 0; i--)
        {
            var pull = Chance(0.4) ? Rule(calibres) : null;
            parts.Add(new Supplier($"Supplier {i}", Origins[(supplierOrigin + 2 * i) % 4],
                Items.From(calibres.Where(_ => Chance(0.7)).DefaultIfEmpty(calibres[0])
                .Select(calibre => new Offer(calibre, Rounds(30_000), Path(300), pull is null ? Path(1_500) : null))))
            {
                ExportLimit = Chance(0.4) ? Path(1_500) : null,
                Rework = Chance(0.5) ? Fraction(0.5) : Supply.Fraction.None,
                Useless = Chance(0.5) ? Fraction(0.4) : Supply.Fraction.None,
                ReworkTo = "Reserve",
                UnitCost = Money(0.2),
            });
            parts.Add(Route($"From supplier {i}", $"Supplier {i}", Any(stockpiles), 1_500, pull));
        }

        for (var to = 1; to < stockpiles.Length; to++)
        for (var from = 0; from < to; from++)
        {
            if (Chance(0.5)) parts.Add(Route($"Route {from} {to}", stockpiles[from], stockpiles[to], 2_500, Rule(calibres)));
        }

        for (var i = 1; i < stockpiles.Length; i++)
        {
            if (i < stockpiles.Length - 1 && Chance(0.5)) continue;
            for (var twins = Chance(0.3) ? 2 : 1; twins > 0; twins--) parts.Add(
                new Consumer($"Consumer {i}.{twins}", stockpiles[i], Items.From(
                calibres.Where(_ => Chance(0.7)).DefaultIfEmpty(calibres[0]).Select(calibre => new Demand(calibre, Path(2_500)))))
            {
                Rationing = Chance(0.4) ? Rationing.None
                    : Rationing.ByCover(Days(1, 30), Rounds(900), Items.From(stockpiles.Take(i).Where(_ => Chance(0.5)))),
                Season = Chance(0.3) ? new(Moment(), Fraction()) : null,
                Displacement = Chance(0.3) ? new(Moment(), Days(3, 90), Fraction(), Chance(0.5) ? Growth.Linear : Growth.Logistic) : null,
                Priority = Below(4),
                ShortageCost = Money(0.3),
            } is var consumer && Chance(0.4) ? consumer with { Unmet = Unmet.Backordered, BacklogCost = Money(0.5) } : consumer);
        }

        Origin[] origins = [.. parts.OfType<Stockpile>().SelectMany(one => one.Opening).Select(lot => lot.Origin).Distinct()];
        return new(name, Items.From(parts.Select(part => Drawing(part, origins)).OrderBy(_ => Roll()).ToArray()));
    }

    private Part Drawing(Part part, Origin[] origins) => part switch
    {
        Stockpile stockpile => stockpile with { Drawing = Drawing(origins) },
        Reserve reserve => reserve with { Drawing = Drawing(origins) },
        _ => part,
    };

    private Drawing Drawing(Origin[] origins) => Below(8) switch
    {
        < 4 => Supply.Drawing.Proportional,
        4 => Preferred(origins),
        5 or 6 => NewestFirst(),
        _ => Supply.Drawing.OneOf(new("as it comes", 1, Supply.Drawing.Proportional), new("chosen", 2, Preferred(origins)),
            new("fresh", 1.5, NewestFirst()), new("fresher", 1, NewestFirst())) is var choice && Chance(0.5)
                ? choice.Named("draw") : choice,
    };

    private Drawing Preferred(Origin[] origins) =>
        Supply.Drawing.ByPreference([.. origins.Where(_ => Chance(0.5)).DefaultIfEmpty(origins[0])]);

    private Drawing NewestFirst() =>
        Supply.Drawing.NewestFirst(2 + Below(4), Supply.Days.Of(horizon.StepDays * (1 + Below(30))));

    private Route Route(string name, string from, string to, double capacity, Replenishment? rule) => new(
        name, from, to, Chance(0.3) ? Supply.Days.None : Days(0.2, 25))
    {
        Capacity = Chance(0.6) ? Path(capacity) : null,
        Loss = Chance(0.6) ? Fraction(0.3) : Supply.Fraction.None,
        Replenishment = rule,
        Priority = Below(4),
        HoldingCost = Money(0.3),
        UnitCost = Money(0.3),
        FixedCost = Money(0.3),
        BacklogCost = rule is OrderingReplenishment ? Money(0.5) : null,
    };

    private Money? Money(double chance) => Chance(chance) ? Supply.Money.Of(Number(0, 1)) : null;

    private Allocation Allocation() => (Below(5) switch
    {
        0 or 1 => Supply.Allocation.Proportional,
        2 => Supply.Allocation.InOrder,
        3 => Supply.Allocation.ByPriority(Between(0.5, 5)),
        _ => Supply.Allocation.EqualCover,
    }) with { WithConsumers = Chance(0.4) };

    private Replenishment Rule(Calibre[] calibres)
    {
        Days? review = Chance(0.4) ? Supply.Days.Of(Between(1, 20)) : null;
        return Below(8) switch
        {
            0 or 1 => Replenishment.ByCover(Days(0.5, 15)),
            2 => Replenishment.Push(Path(1_500)),
            3 => Replenishment.BaseStock(Rounds(30_000), review),
            4 => Replenishment.ReorderPoint(Rounds(20_000), Supply.Rounds.Of(Number(1_000, 15_000)), review, Chance(0.3) ? 1 : null),
            5 or 6 => Replenishment.MinMax(Supply.Rounds.Of(Number(0, 9_000)), Supply.Rounds.Of(Number(20_000, 40_000)), review),
            _ => Replenishment.PerCalibre([.. calibres.Take(1).Select(calibre => new CalibreRule(calibre,
                Chance(0.5) ? Replenishment.BaseStock(Rounds(30_000), review) : Replenishment.Push(Path(900))))]),
        };
    }

    private Items<Lot> Lots(Calibre[] calibres, double most) => Items.From(
        from calibre in calibres from origin in Origins where origin == Origins[0] && calibre == calibres[0]
            || Chance(0.15) select new Lot(calibre, origin, Rounds(most)));

    private Rounds Rounds(double most) => Supply.Rounds.Of(Number(0, most));

    private Days Days(double low, double high) => Supply.Days.Of(Number(low, high));

    private Fraction Fraction(double most = 1) => Supply.Fraction.Of(Number(0, most));

    /// <summary>A number of any kind between limits.</summary>
    private Uncertain Number(double low, double high, int depth = 0)
    {
        double[] three = [Between(low, high), Between(low, high), Between(low, high)];
        Array.Sort(three);
        var middle = (low + high) / 2;
        return Below(depth < 2 ? 10 : 7) switch
        {
            0 or 1 => three[0],
            2 => Uncertain.Uniform(three[0], three[2]),
            3 => Uncertain.Triangular(three[0], three[1], three[2]),
            4 => Uncertain.Normal(middle, (high - low) / 20),
            5 => Uncertain.Uniform(low, high).Named($"shared {low} {high}"),
            6 => Uncertain.Pert(three[0], three[1], three[2]),
            7 =>
                Uncertain.OneOf(new("a", Between(0, 2), Number(low, high, depth + 1)), new("b", 1, Number(low, high, depth + 1)),
                    new("c", 0.3, three[1])),
            8 => Uncertain.OneOf(new("a", 1, Number(low, high, depth + 1)), new("b", 2, three[2])).Named($"choice {depth}"),
            _ => low > 0 ? three[1] : Number(0, high, depth + 1) * Uncertain.Uniform(0.3, 0.99),
        };
    }

    private Rate Rate(double most) => Below(5) switch
    {
        0 => Supply.Rate.PerMonth(Number(0, most * 30)),
        1 => Supply.Rate.PerYear(Number(0, most * 365)),
        2 => Supply.Rate.PerDay(Number(0, most) * Factor()),
        3 => Supply.Rate.PerDay(Uncertain.LogNormal(most / 5, most, Between(0.3, 0.95))),
        _ => Supply.Rate.PerDay(Number(0, most)),
    };

    private Uncertain Factor() => Below(5) switch
    {
        0 => Uncertain.Drift(Moment(), Between(0, 1.5)),
        1 => Uncertain.Noise(Between(0, 0.6), Between(0.5, 20)),
        2 => Uncertain.Noise(0.31, 6.1).Named("weather"),
        3 => Uncertain.Drift(Supply.Moment.AtStep(7), 0.7, Supply.Moment.AtStep(21)).Named("trend"),
        _ => Number(0.5, 1.5),
    };

    private RatePath Path(double most)
    {
        var moments = new[] { Moment(), Moment(), Moment() }
            .DistinctBy(moment => moment.Date is { } date ? date.DayNumber - horizon.Start!.Value.DayNumber
                : moment.Step!.Value * horizon.StepDays)
            .OrderBy(moment => moment.Date is { } date ? date.DayNumber - horizon.Start!.Value.DayNumber
                : moment.Step!.Value * horizon.StepDays).ToArray();
        var path = Below(8) switch
        {
            0 => RatePath.Table(Interpolation.Linear, [.. moments.Select(moment => (moment, Rate(most)))]),
            1 => RatePath.Table(Interpolation.Step, [.. moments.Select(moment => (moment, Rate(most)))]),
            2 => RatePath.FirstOrder(moments[0], Rate(most), Rate(most), Days(3, 90)),
            4 => RatePath.Logistic(moments[0], Rate(most), Rate(most), Days(3, 90), Chance(0.5) ? Days(0, 40) : null),
            3 => RatePath.PerStep([.. Enumerable.Range(0, horizon.Steps).Select(_ => Between(0, most))]),
            7 => RatePath.Drawn(Draw(most * horizon.StepDays / 2), horizon.StepDays),
            _ => RatePath.Constant(Rate(most)),
        };
        while (Chance(0.3)) path = path.Times(Factor());
        return path;
    }

    private StepDraw Draw(double mean) => Below(5) switch
    {
        0 => StepDraw.Poisson(Between(0, mean)),
        1 => StepDraw.Normal(Between(0, mean), Between(0, mean)),
        2 => StepDraw.Gamma(Between(0.05, 20), Between(0, mean / 10)),
        3 => StepDraw.CompoundPoisson(Between(0, 9), (1 + Below(20), Between(0.1, 1)), (1 + Below(50), Between(0, 1))),
        _ => StepDraw.Discrete((Between(0, mean), Between(0, 1)), (Between(0, mean), Between(0.1, 1)), (0, Between(0, 1))),
    };

    private Change? Change(Network[] networks)
    {
        var network = Any(networks);
        var (lines, works, routes) = (
            network.Parts.OfType<ProductionLine>(), network.Parts.OfType<RefurbishmentWorks>(), network.Parts.OfType<Route>());
        string Name(Part part) => networks.Length == 1 && Chance(0.5) ? part.Name : $"{network.Name}/{part.Name}";
        T? One<T>() where T : Part => network.Parts.OfType<T>().ToArray() is { Length: > 0 } parts ? Any(parts) : null;
        Part[] limited = [.. lines, .. works, .. routes.Where(route => route.Capacity is not null)];
        var (from, kind) = (Moment(), Below(14));
        Change? change = kind switch
        {
            0 or 1 when One<Supplier>() is { } supplier => new ExportLimit(supplier.Origin, from, Rate(900)),
            2 or 3 or 4 when One<Supplier>() is { } supplier
                && network.Parts.OfType<Supplier>().All(one => one.Offers[0].Orders is not null) =>
                new TargetShare(supplier.Origin, from, Fraction(0.45), kind == 2 ? ShareMeaning.Added : ShareMeaning.Substituted),
            5 when One<Route>() is { } route => new Interdiction(Name(route), from, Fraction()) { Loss = Fraction(0.4) },
            6 when One<Stockpile>() is { } stockpile => new DepotStrike(Name(stockpile), from, Fraction()),
            7 when limited.Length > 0 =>
                new CapacityChange(Name(Any(limited)), from,
                    Chance(0.3) ? Factor() : Number(0.1, 2)) { Onset = Chance(0.3) ? Days(2, 40) : null },
            8 when One<Consumer>() is { } consumer => new RequirementChange(Name(consumer), from, Chance(0.3) ? Factor() : Number(0.1, 2)),
            9 when One<Consumer>() is { } consumer => Ramp(new(Name(consumer), from, Number(0.1, 2))),
            10 when One<Consumer>() is { } consumer && Mechanisms(consumer) is { Length: > 0 } mechanisms =>
                new DemandChange(Name(consumer), from, Any(mechanisms), Number(0, 3)),
            11 when One<Supplier>() is { } supplier && supplier.Offers.Any(offer => offer.Orders is not null) =>
                new OrderChange(supplier.Origin, from, Chance(0.3) ? Factor() : Number(0.1, 2))
                {
                    Onset = Chance(0.3) ? Days(2, 40) : null,
                },
            12 when One<Supplier>() is { } supplier && supplier.Offers[0].Orders is not null =>
                new OrderRate(supplier.Origin, supplier.Offers[0].Calibre, from, Rate(90)) { Onset = Chance(0.3) ? Days(2, 40) : null },
            13 when One<Consumer>() is { } consumer =>
                new RequiredRate(Name(consumer), consumer.Demands[0].Calibre, from, Rate(90)) { Onset = Chance(0.3) ? Days(2, 40) : null },
            _ => null,
        };
        return change is not (null or DepotStrike) and { Until: null } && Chance(0.5)
            ? change with { Until = Supply.Moment.AtStep(horizon.StepAt(from) + 1 + Below(horizon.Steps)) } : change;
    }

    /// <summary>A requirement change with an onset, an end and a fading.</summary>
    private RequirementChange Ramp(RequirementChange change) => change with
    {
        Onset = Chance(0.7) ? Days(2, 40) : null,
        Until = Supply.Moment.AtStep(horizon.StepAt(change.From) + 1 + Below(horizon.Steps)),
        Fading = Chance(0.7) ? Days(2, 40) : null,
    };

    private static DemandMechanism[] Mechanisms(Consumer consumer) =>
    [
        .. consumer.Season is null ? [] : new[] { DemandMechanism.Season },
        .. consumer.Displacement is null ? [] : new[] { DemandMechanism.Displacement },
        .. consumer.Response is null ? [] : new[] { DemandMechanism.Response },
    ];
}
