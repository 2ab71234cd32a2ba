namespace Supply.Compilation;

/// <summary>Checks the parts of one network, each by itself.</summary>
internal sealed partial class NetworkChecks
{
    private readonly Network network;
    private readonly ValueChecks values;
    private readonly Problems problems;
    private readonly ReplenishmentChecks replenishment;
    private readonly string prefix;
    private bool missing;

    private NetworkChecks(Network network, bool qualified, ValueChecks values, Problems problems) =>
        (this.network, this.values, this.problems, replenishment, prefix) =
            (network, values, problems, new(network, values, problems), qualified ? network.Name + "/" : "");

    public static void Run(Network network, bool qualified, ValueChecks values, Problems problems)
    {
        var checks = new NetworkChecks(network, qualified, values, problems);
        if (network.Parts.Count == 0) problems.Add($"Network \"{network.Name}\"", "it has no parts.");
        foreach (var part in network.Parts) checks.Part(part);
        checks.Effects();
        checks.replenishment.Cycle();
        if (!checks.missing) checks.Idle();
        new JoinChecks(network, checks.Place, problems).Run(complete: !checks.missing);
    }

    /// <summary>Parts that nothing needs or feeds. Where a name leads nowhere they may only seem so.</summary>
    private void Idle()
    {
        foreach (var stock in Parts<InputStock>()) Idle(stock);
        foreach (var park in Parts<GunPark>()) Idle(park);
    }

    private IEnumerable<T> Parts<T>() => network.Parts.OfType<T>();

    private string Place(Part part) => $"{Words.Kind(part)} \"{prefix}{part.Name}\"";

    private void Part(Part part)
    {
        var place = Place(part);
        switch (part)
        {
            case Stockpile stockpile:
                Opening(place, stockpile.Opening);
                replenishment.Check(place, stockpile);
                break;
            case Reserve reserve:
                Opening(place, reserve.Opening);
                break;
            case ProductionLine line:
                Refer<Stockpile>(place, "To", line.To);
                values.Path(place, "capacity", line.Capacity);
                values.Fraction(place, "yield", line.Yield);
                Inputs(place, line);
                values.Money(place, "unit cost", line.UnitCost);
                break;
            case RefurbishmentWorks works:
                Refer<Reserve>(place, "From", works.From);
                Refer<Stockpile>(place, "To", works.To);
                values.Path(place, "capacity", works.Capacity);
                values.Fraction(place, "yield", works.Yield);
                if (works.LastYield is { } last) values.Fraction(place, "last yield", last);
                break;
            case Supplier supplier:
                Check(place, supplier);
                break;
            case Route route:
                Check(place, route);
                break;
            case Consumer consumer:
                Check(place, consumer);
                break;
            case GunPark park:
                Check(place, park);
                break;
            case InputStock stock:
                Check(place, stock);
                break;
            case InputSource source:
                Check(place, source);
                break;
            default:
                problems.Add(place, "no equations are known for this kind of part.");
                break;
        }
    }

    private void Opening(string place, Items<Lot> lots)
    {
        foreach (var lot in lots) values.Rounds(place, $"opening of {lot.Calibre}, {lot.Origin}", lot.Amount);
        foreach (var group in lots.GroupBy(lot => new Cell(lot.Calibre, lot.Origin)).Where(group => group.Count() > 1))
        {
            problems.Add(place, $"opening has {group.Count()} lots of {group.Key}; it may have one. Add them up.");
        }
    }

    private void Check(string place, Supplier supplier)
    {
        if (supplier.Offers.Count == 0) problems.Add(place, "it offers no calibre; it needs at least one offer.");
        foreach (var group in supplier.Offers.GroupBy(offer => offer.Calibre).Where(group => group.Count() > 1))
        {
            problems.Add(place, $"it has {group.Count()} offers of {group.Key}; it may have one. Add them up.");
        }

        foreach (var offer in supplier.Offers)
        {
            values.Rounds(place, $"exportable stock of {offer.Calibre}", offer.Exportable);
            values.Path(place, $"production of {offer.Calibre}", offer.Production);
            if (offer.Orders is { } orders) values.Path(place, $"orders of {offer.Calibre}", orders);
        }

        values.Money(place, "unit cost", supplier.UnitCost);

        if (supplier.ExportLimit is { } limit) values.Path(place, "export limit", limit);
        Condition(place, supplier);
        ShipmentChecks.Run(place, supplier, values, problems);
    }

    private void Check(string place, Route route)
    {
        var known = Parts<Part>().Where(part => part is Stockpile or Supplier).Select(part => part.Name).ToArray();
        if (!known.Contains(route.From)) Missing(place, "From", "supplier or stockpile", route.From, known);
        Refer<Stockpile>(place, "To", route.To);
        if (route.From == route.To) problems.Add(place, $"it leads from \"{route.From}\" back to \"{route.To}\"; it must join two places.");
        TransitChecks.Run(place, route, values, problems);
        ShipmentChecks.Run(place, route, Parts<Stockpile>().Any(stockpile => stockpile.Name == route.From), values, problems);
        values.Fraction(place, "loss", route.Loss);
        if (route.Capacity is { } capacity) values.Path(place, "capacity", capacity);
        replenishment.Check(place, route);
    }

    private void Check(string place, Consumer consumer)
    {
        Refer<Stockpile>(place, "At", consumer.At);
        if (consumer.Demands.Count == 0) problems.Add(place, "it requires nothing; it needs at least one demand.");
        foreach (var group in consumer.Demands.GroupBy(demand => demand.Calibre).Where(group => group.Count() > 1))
        {
            problems.Add(place, $"it has {group.Count()} demands for {group.Key}; it may have one. Add them up.");
        }

        replenishment.Check(place, consumer);
        foreach (var demand in consumer.Demands)
        {
            values.Path(place, $"required rate of {demand.Calibre}", demand.Required);
            if (demand.Guns is { } park) Refer<GunPark>(place, $"guns of {demand.Calibre}", park);
        }

        if (consumer.Rationing is not CoverRationing rule) return;
        values.Days(place, "rationing cover", rule.Cover, above: true);
        values.Rounds(place, "rationing safety", rule.Safety);
        foreach (var counted in rule.Counting) Refer<Stockpile>(place, "rationing counts", counted);
        foreach (var group in rule.Counting.GroupBy(counted => counted).Where(group => group.Count() > 1))
        {
            problems.Add(place, $"rationing counts \"{group.Key}\" {group.Count()} times; name it once.");
        }

        if (rule.Counting.Contains(consumer.At)) problems.Add(place, $"rationing counts \"{consumer.At}\" twice; its own stockpile always counts, leave it out.");
    }

    private void Refer<T>(string place, string property, string name) where T : Part
    {
        var known = Parts<T>().Select(part => part.Name).ToArray();
        if (!known.Contains(name)) Missing(place, property, Words.Kind<T>(), name, known);
    }

    private void Missing(string place, string property, string kind, string name, string[] known)
    {
        missing = true;
        var other = Parts<Part>().FirstOrDefault(part => part.Name == name);
        problems.Add(place, other is null
            ? $"{property}: no {kind} \"{name}\" in network \"{network.Name}\".{Nearest.Hint(name, known)}"
            : $"{property}: \"{name}\" is {Words.OneOf(other)}; it must be {Words.OneOf(kind)}.{Nearest.Hint(name, known)}");
    }

    private static string Choice(IEnumerable<Part> parts) => Nearest.Hint("", [.. parts.Select(part => part.Name)]);
}
