namespace Supply.Tests.Laws;

/// <summary>
/// Samples whose suppliers ship in every possible way: by several routes, in ships, against payment, after an announcement.
/// </summary>
internal sealed class Shipping
{
    private const int Apart = 7_000_003;
    private readonly Dice dice;
    private readonly Horizon horizon;
    private readonly RandomValues values;
    private readonly List<Part> parts;

    private Shipping(Sample sample)
    {
        dice = new(sample.Number + Apart);
        horizon = sample.Scenario.Horizon;
        values = new(dice, horizon, named: 1000); // In addition to the names in the sample.
        parts = [.. sample.Network.Parts];
    }

    /// <summary>The sample of a number, with shipments.</summary>
    public static Sample Of(int number)
    {
        var sample = GeneratedScenarios.Of(number);
        var shipping = new Shipping(sample);
        shipping.Ways();
        shipping.Suppliers();
        var with = sample.With(sample.Network with { Parts = Items.From(shipping.parts) });
        var scenario = with.Scenario with { Changes = with.Scenario.Changes.Add([.. shipping.Changes()]) };
        return with with { Scenario = scenario.Stretched() };
    }

    private IEnumerable<Route> Routes => parts.OfType<Route>();

    private Route[] RoutesOf(Supplier supplier) => [.. Routes.Where(route => route.From == supplier.Name)];

    private void Replace(Part old, Part part) => parts[parts.IndexOf(old)] = part;

    private void Ways()
    {
        foreach (var route in Routes.Where(_ => dice.Chance(0.4)).ToArray())
        {
            if (dice.Chance(0.4))
            {
                var median = values.Days(1, 12);
                Replace(route, route with { Transit = Transit.PerShipment(Factor.Of(dice.Number(0, 1)), Days.Of(14 * horizon.StepDays)),
                    LeadTime = median });
                continue;
            }

            var order = dice.Whole(1, 4);
            Replace(route, route with { Transit = Transit.Erlang(order),
                LeadTime = Days.Of(Uncertain.Uniform(order * horizon.StepDays / 2, order * horizon.StepDays * 3)) });
        }
    }

    private void Suppliers()
    {
        foreach (var supplier in parts.OfType<Supplier>().ToArray())
        {
            // A route that orders by a replenishment is the only one of its supplier, and has no ships.
            var ordersStand = RoutesOf(supplier).All(route => route.Replenishment is null);
            if (ordersStand && dice.Chance(0.6))
            {
                parts.Add(RoutesOf(supplier)[0] with
                {
                    Name = $"Rail from {supplier.Origin}", Key = $"Rail from {supplier.Origin}",
                        Capacity = values.Path(dice.Number(20, 200)),
                    Preference = dice.Whole(0, 2), Transit = Transit.Fixed, LeadTime = values.LeadTime(20),
                });
            }

            foreach (var route in RoutesOf(supplier).Where(_ => ordersStand && dice.Chance(0.5)))
            {
                Replace(route, route with { Sailings = Ships() });
            }
            Replace(supplier, supplier with
            {
                Account = dice.Chance(0.6) ? Account() : null,
                Announced = dice.Chance(0.3) ? new(
                    values.Moment(), values.Days(0, 30)) { Probability = dice.Chance(0.5) ? Fraction.Of(1) : values.Fraction(1) } : null,
            });
        }
    }

    private Sailings Ships() => new(
        dice.Chance(0.7)
            ? Timetable.Every(Days.Of(Uncertain.Uniform(horizon.StepDays / 2, horizon.StepDays * 9)))
            : Timetable.On([.. Enumerable.Range(0, horizon.Steps).Where(_ => dice.Chance(0.2)).Append(horizon.Steps - 1)
                .Select(Moment.AtStep)]),
        Units.Of(dice.Number(5, 40)), Rounds.Of(dice.Number(20, 80)))
    {
        Months = horizon.Start is not null && dice.Chance(0.4) ? Items.From(Enumerable.Range(1, 12).Select(_ =>
            Factor.Of(dice.Number(0, 2))))
            : Items<Factor>.Empty,
        Factors = dice.Chance(0.4) ? [Factor.Of(values.Factor())] : Items<Factor>.Empty,
        Storage = dice.Chance(0.5) ? Rounds.Of(dice.Number(100, 3_000)) : null,
    };

    private BarterAccount Account() => new(
        [new Payment("food", Money.Of(values.Amount(dice.Number(100, 9_000)))),
            new Payment("oil", Money.Of(dice.Number(0, 3_000))) { From = values.Moment() }],
        Price: Money.Of(dice.Number(0.5, 2)), Credit: Money.Of(dice.Number(0, 900)), Patience: Money.Of(Uncertain.Uniform(500, 2_000)))
    {
        Opening = Money.Of(dice.Number(0, 900)),
        Reaction = dice.Chance(0.5) ? Days.Of(Uncertain.Uniform(3, 40)) : null,
    };

    private IEnumerable<Change> Changes()
    {
        foreach (var route in Routes)
        {
            if (dice.Chance(0.3))
            {
                yield return Span(from =>
                    new RouteClosure(route.Name, from) { UnderWay = route.Transit is PerShipmentTransit
                        ? dice.Of(UnderWay.Continues, UnderWay.Waits) : dice.Of(UnderWay.Continues, UnderWay.Waits, UnderWay.Lost) });
            }
            if (route.Transit is ErlangTransit && dice.Chance(0.3))
            {
                yield return Span(from => new LeadTimeChange(route.Name, from, values.Factor()));
            }
            if (route.Sailings is not null && dice.Chance(0.4))
            {
                yield return Span(from => new SailingChange(route.Name, from, dice.Chance(0.5) ? 0 : values.Factor()));
            }
        }

        foreach (var supplier in parts.OfType<Supplier>().Where(supplier => supplier.Account is not null))
        {
            if (dice.Chance(0.4)) yield return Span(from => new PaymentStop(supplier.Origin, from) { Good = dice.Of(null, "oil", "food") });
            if (dice.Chance(0.4))
            {
                yield return Span(from => new NewDeal(supplier.Origin, from) { Payments = values.Factor(), Price = values.Factor() });
            }
        }
    }

    private Change Span(Func<Moment, Change> change)
    {
        var from = values.Moment(0, horizon.Steps - 2);
        return change(from) with { Until = dice.Chance(0.6) ? values.Moment(horizon.StepAt(from) + 1, horizon.Steps - 1) : null };
    }
}
