namespace Supply.Compilation;

/// <summary>Checks the parts of one network, each by itself.</summary>
internal sealed class NetworkChecks
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
        checks.replenishment.Cycle();
        new JoinChecks(network, checks.Place, problems).Run(complete: !checks.missing);
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
                values.Money(place, "unit cost", line.UnitCost);
                break;
            case RefurbishmentWorks works:
                Refer<Reserve>(place, "From", works.From);
                Refer<Stockpile>(place, "To", works.To);
                values.Path(place, "capacity", works.Capacity);
                values.Fraction(place, "yield", works.Yield);
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
    }

    /// <summary>The condition in which a supplier's rounds arrive.</summary>
    private void Condition(string place, Supplier supplier)
    {
        if (supplier.ReworkTo is { } named) Refer<Reserve>(place, "ReworkTo", named);
        if (!(values.Fraction(place, "rework", supplier.Rework) & values.Fraction(place, "useless", supplier.Useless))) return;
        var (rework, useless) = (Bounds.Of(supplier.Rework.Value).High, Bounds.Of(supplier.Useless.Value).High);
        var exact = supplier.Rework.Value is ExactlyValue && supplier.Useless.Value is ExactlyValue;
        if (rework <= 1 && useless <= 1 && rework + useless > 1)
        {
            problems.Add(place, $"rework and useless together {(exact ? "are" : "may reach")} {Text.Reach(rework + useless, 1)}; they must be at most 1.");
        }

        if (rework > 0 && supplier.ReworkTo is null)
        {
            problems.Add(place, $"rework {(exact ? "is" : "may reach")} {Text.Reach(rework, 0)}, but ReworkTo names no reserve to take those rounds.{Choice(Parts<Reserve>())}");
        }
    }

    private void Check(string place, Route route)
    {
        var known = Parts<Part>().Where(part => part is Stockpile or Supplier).Select(part => part.Name).ToArray();
        if (!known.Contains(route.From)) Missing(place, "From", "supplier or stockpile", route.From, known);
        Refer<Stockpile>(place, "To", route.To);
        if (route.From == route.To) problems.Add(place, $"it leads from \"{route.From}\" back to \"{route.To}\"; it must join two places.");
        values.Days(place, "lead time", route.LeadTime);
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
        foreach (var demand in consumer.Demands) values.Path(place, $"required rate of {demand.Calibre}", demand.Required);
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
            : $"{property}: \"{name}\" is {Words.OneOf(other)}; it must be a {kind}.{Nearest.Hint(name, known)}");
    }

    private static string Choice(IEnumerable<Part> parts) => Nearest.Hint("", [.. parts.Select(part => part.Name)]);
}
