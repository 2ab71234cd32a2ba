namespace Supply.Tests.Twin;

/// <content>Inputs, lots and effects of rounds.</content>
internal sealed partial class TwinSide
{
    private readonly Dictionary<string, double> inputs = [];
    private readonly Dictionary<string, double> inputsOnTheWay = [];
    private readonly Dictionary<(string Source, int Arrival), double> inputArrivals = [];
    private readonly Dictionary<(string Supplier, Calibre), double> firstLots = [];
    private readonly Dictionary<(string Route, Calibre), double> firstArrivals = [];
    private readonly Dictionary<string, TwinWay> firstWays = [];

    private InputStock[] InputStocks => [.. network.Parts.OfType<InputStock>()];

    private InputSource[] InputSources => [.. network.Parts.OfType<InputSource>()];

    private void OpenMaking()
    {
        foreach (var stock in InputStocks) inputs[stock.Name] = Once(stock, "opening", stock.Opening.Value);
        foreach (var supplier in suppliers.Where(one => one.FirstLots is not null))
            foreach (var offer in supplier.Offers)
                firstLots[(supplier.Name, offer.Calibre)] = exportable[(supplier.Name, offer.Calibre)];
    }

    private void DeclareMaking()
    {
        foreach (var supplier in suppliers)
        {
            if (supplier.FirstLots is not { } lots) continue;
            Once(supplier, "firstLots/rework", lots.Rework.Value);
            Once(supplier, "firstLots/useless", lots.Useless.Value);
        }

        foreach (var line in lines)
            foreach (var use in line.Inputs) PerRound(line, use);
        foreach (var one in works)
        {
            Yield(one);
            if (one.LastYield is { } last) Once(one, "lastYield", last.Value);
        }

        foreach (var effect in network.Effects) Effect(effect.Origin);
    }

    // Event 2.
    private void SupplyInputs()
    {
        foreach (var source in InputSources)
        {
            var planned = Amount(source, "rate", source.Rate) * changes.CapacityFactor(network, source);
            var (direct, evaded, price, delay) = (planned, 0.0, 1.0, 0.0);
            var sanction = changes.Sanction(network, source);
            if (sanction is { } one)
            {
                direct = planned * one.Remaining;
                evaded = planned * (1 - one.Remaining) * one.Evaded;
                (price, delay) = (one.Price, one.Delay ?? 0);
            }

            var days = source.LeadTime is { } time ? Once(source, "leadTime", time.Value) : 0;
            BookUnits(Quantity.InputSupplied, source, direct + evaded);
            BookUnits(Quantity.InputBlocked, source, planned - direct - evaded);
            if (source.UnitCost is { } cost) BookCost(source, (direct + evaded * price) * Once(source, "unitCost", cost.Value));
            Ship(source, direct, days);
            Ship(source, evaded, days + delay);
            if (!inputArrivals.Remove((source.Name, t), out var arrived)) continue;
            Add(inputsOnTheWay, source.Name, -arrived);
            Add(inputs, source.To, arrived);
        }
    }

    private void Ship(InputSource source, double amount, double days)
    {
        var kept = amount * (1 - Once(source, "loss", source.Loss.Value));
        BookUnits(Quantity.InputLost, source, amount - kept);
        if (days == 0)
        {
            Add(inputs, source.To, kept);
            return;
        }

        Add(inputsOnTheWay, source.Name, kept);
        Add(inputArrivals, (source.Name, t + Lag(days)), kept);
    }

    private int Lag(double days) =>
        days == 0 ? 0 : (int)Math.Min(horizon.Steps, Math.Max(1, Math.Floor(days / horizon.StepDays + 0.5)));

    /// <summary>Event 3: the output of each line, and the inputs it takes.</summary>
    private Dictionary<ProductionLine, double> Outputs()
    {
        var wanted = lines.ToDictionary(
            line => line, line => rounding.Run(Capacity(line) * Scale(line.Calibre), $"gross {line.Name}"));
        var granted = new Dictionary<string, double>();
        foreach (var stock in InputStocks)
        {
            var all = lines.Sum(line => line.Inputs.Where(use => use.Stock == stock.Name).Sum(use => wanted[line] * PerRound(line, use)));
            granted[stock.Name] = all > 0 ? Math.Min(1, inputs[stock.Name] / all) : 1;
        }

        var allowed = lines.ToDictionary(
            line => line, line => line.Inputs.Select(use => wanted[line] * granted[use.Stock]).Append(wanted[line]).Min());
        var outputs = lines.ToDictionary(line => line, line => line.Inputs.Count == 0 ? wanted[line] : rounding.Down(allowed[line]));
        foreach (var line in lines)
        {
            var scarce = line.Inputs.Where(use => wanted[line] * granted[use.Stock] <= allowed[line] + 1e-9 * wanted[line]).ToArray();
            foreach (var use in scarce)
                Book(Quantity.HeldByInput, InputStocks.Single(stock => stock.Name == use.Stock), line.Calibre, line.Origin,
                    (wanted[line] - outputs[line]) / scarce.Length);
        }

        foreach (var stock in InputStocks)
        {
            var used = lines.Sum(line => line.Inputs.Where(use => use.Stock == stock.Name).Sum(use => outputs[line] * PerRound(line, use)));
            BookUnits(Quantity.InputUsed, stock, used);
            inputs[stock.Name] -= used;
        }

        return outputs;
    }

    /// <summary>The input a line takes for a round: beyond its plan a substituted share brings inputs along.</summary>
    private double PerRound(ProductionLine line, InputUse use) =>
        Once(line, $"inputs/{InputStocks.Single(stock => stock.Name == use.Stock).Key}", use.PerRound.Value) / Math.Max(
            1, Scale(line.Calibre));

    private double YieldOf(RefurbishmentWorks one, Calibre calibre, Origin origin, double held)
    {
        var opening = reserves.Single(place => place.Name == one.From).Opening.FirstOrDefault(
            lot => lot.Calibre == calibre && lot.Origin == origin);
        if (one.LastYield is not { } share || opening is null) return Yield(one);
        var amount = rounding.Nearest(
            Once(reserves.Single(place => place.Name == one.From), $"opening/{calibre}/{origin}", opening.Amount.Value));
        var last = Once(one, "lastYield", share.Value);
        return amount > 0 ? last + (Yield(one) - last) * Math.Min(1, held / amount) : Yield(one);
    }

    /// <summary>Event 2: the arriving rounds that need rework, and those that are useless.</summary>
    private (double Rework, double Useless) Condition(Supplier supplier, Route route, Calibre calibre, double amount)
    {
        var (rework, useless) = (Once(supplier, "rework", supplier.Rework.Value), Once(supplier, "useless", supplier.Useless.Value));
        if (supplier.FirstLots is not { } lots) return (amount * rework, amount * useless);
        var first = firstArrivals[(route.Name, calibre)];
        return (
            first * Once(supplier, "firstLots/rework", lots.Rework.Value) + (amount - first) * rework,
            first * Once(supplier, "firstLots/useless", lots.Useless.Value) + (amount - first) * useless);
    }

    /// <summary>Event 5: the first lots among what a supplier sends.</summary>
    private void SendFirstLots(Supplier supplier, Calibre calibre, double sent, Dictionary<Route, double> kept)
    {
        if (!firstLots.TryGetValue((supplier.Name, calibre), out var left)) return;
        var first = Math.Min(sent, left);
        firstLots[(supplier.Name, calibre)] = left - first < 1e-30 ? 0 : left - first;
        foreach (var (route, rounds) in kept)
        {
            var part = rounds * Share(first, sent);
            if (LagNow(route) > 0) firstWays[route.Name].Send((calibre, supplier.Origin), part, t, LagNow(route));
            else firstArrivals[(route.Name, calibre)] = part;
        }
    }

    private double Throughput(Route route) =>
        stockpiles.FirstOrDefault(place => place.Name == route.From) is { } start ? changes.Throughput(network, start) : 1;

    private double? FurtherHaul(Route route) =>
        stockpiles.FirstOrDefault(place => place.Name == route.From) is { } start ? changes.FurtherHaul(network, start) : null;

    private int LagNow(Route route)
    {
        if (route.Transit is PerShipmentTransit way)
        {
            var factor = Math.Exp(Once(route, "transit/spread", way.Spread.Value) * numbers.Normal(Address(route, "transit/shipment"), t));
            var taken = (Once(route, "leadTime", route.LeadTime.Value) + (FurtherHaul(route) ?? 0)) * factor;
            return Lag(Math.Min(taken, Once(route, "transit/longest", way.Longest.Value)));
        }

        return FurtherHaul(route) is { } days ? Lag(Once(route, "leadTime", route.LeadTime.Value) + days) : lag[route.Name];
    }

    /// <summary>Event 7: the rounds that guns, and beyond that barrels, hold back of each demand.</summary>
    private Dictionary<TwinFire, (double ByGuns, double ByBarrels)> CutByGuns(TwinFire[] controlled)
    {
        var held = new Dictionary<TwinFire, (double, double)>();
        foreach (var fire in controlled)
        {
            var park = ParkOf(fire.Consumer, fire.Calibre);
            var all = controlled.Where(one => ParkOf(one.Consumer, one.Calibre) == park).Sum(one => one.Amount);
            var (byGuns, byBarrels) = park?.Shares(all) ?? (1, 1);
            double Cut(double share) => park is null ? fire.Amount : rounding.Down(fire.Amount * share);
            held[fire] = (fire.Amount - Cut(byGuns), Cut(byGuns) - Cut(byBarrels));
        }

        return held;
    }

    /// <summary>Event 8: the causes of a shortfall.</summary>
    private void BookWants(Consumer consumer, Calibre calibre, double shortfall, (double ByGuns, double ByBarrels) held)
    {
        var f = Share(shortfall, held.ByGuns + held.ByBarrels);
        Book(Quantity.ShortOfGuns, consumer, calibre, null, held.ByGuns * f);
        Book(Quantity.ShortOfBarrels, consumer, calibre, null, held.ByBarrels * f);
        Book(Quantity.ShortOfRounds, consumer, calibre, null, Math.Max(0, shortfall - held.ByGuns - held.ByBarrels));
    }

    private TwinGuns? ParkOf(Consumer consumer, Calibre calibre) =>
        parks.SingleOrDefault(park => park.Name == consumer.Demands.Single(demand => demand.Calibre == calibre).Guns);

    private double Effect(Origin origin) => network.Effects.FirstOrDefault(one => one.Origin == origin) is { } known
        ? numbers.Value(known.Effect.Value, $"{network.Key}/effects/{origin}")
        : 1;

    private void BookUnits(Quantity quantity, Part place, double amount)
    {
        if (amount != 0) book(new(quantity, network.Name, place.Name, null, null), t, amount);
    }

    private void BookCost(InputSource source, double amount)
    {
        BookUnits(Quantity.InputCost, source, amount);
        BookUnits(Quantity.Cost, source, amount);
    }

    // Event 9.
    private void RecordMaking()
    {
        foreach (var state in new[] { inputs, inputsOnTheWay })
            foreach (var place in state.Keys.ToArray())
                if (state[place] < 1e-30) state[place] = 0;
        foreach (var stock in InputStocks) BookUnits(Quantity.InputOnHand, stock, inputs[stock.Name]);
        foreach (var source in InputSources) BookUnits(Quantity.InputUnderWay, source, inputsOnTheWay.GetValueOrDefault(source.Name));
    }
}
