namespace Supply.Compilation;

/// <summary>Checks the parts of one network and how they join.</summary>
internal sealed class NetworkChecks
{
    private readonly Network network;
    private readonly ValueChecks values;
    private readonly Problems problems;
    private readonly string prefix;

    private NetworkChecks(Network network, bool qualified, ValueChecks values, Problems problems) =>
        (this.network, this.values, this.problems, prefix) = (network, values, problems, qualified ? network.Name + "/" : "");

    public static void Run(Network network, bool qualified, ValueChecks values, Problems problems)
    {
        var checks = new NetworkChecks(network, qualified, values, problems);
        if (network.Parts.Count == 0) problems.Add($"Network \"{network.Name}\"", "it has no parts.");
        foreach (var part in network.Parts.Where(part => string.IsNullOrWhiteSpace(part.Name) || part.Name.Contains('/', StringComparison.Ordinal)))
        {
            problems.Add($"Network \"{network.Name}\"", $"a part is called \"{part.Name}\"; a name must not be blank or contain \"/\".");
        }

        ScenarioChecks.Duplicates(network.Parts.Select(part => part.Name), $"Network \"{network.Name}\"", "part", problems);
        foreach (var part in network.Parts) checks.Part(part);
        checks.Joins();
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
                break;
            case Reserve reserve:
                Opening(place, reserve.Opening);
                break;
            case ProductionLine line:
                Refer<Stockpile>(place, "To", line.To);
                values.Path(place, "capacity", line.Capacity);
                values.Fraction(place, "yield", line.Yield);
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
        }
    }

    private void Opening(string place, Items<Lot> lots)
    {
        foreach (var lot in lots) values.Rounds(place, $"opening of {lot.Calibre}, {lot.Origin}", lot.Amount);
        foreach (var group in lots.GroupBy(lot => new Cell(lot.Calibre, lot.Origin)).Where(group => group.Count() > 1))
        {
            problems.Add(place, $"opening has {group.Count()} lots of {group.Key}; it may have one.");
        }
    }

    private void Check(string place, Supplier supplier)
    {
        if (supplier.Offers.Count == 0) problems.Add(place, "it offers no calibre; it needs at least one offer.");
        ScenarioChecks.Duplicates(supplier.Offers.Select(offer => offer.Calibre.Name), place, "offer", problems);
        foreach (var offer in supplier.Offers)
        {
            values.Rounds(place, $"exportable stock of {offer.Calibre}", offer.Exportable);
            values.Path(place, $"production of {offer.Calibre}", offer.Production);
            values.Path(place, $"orders of {offer.Calibre}", offer.Orders);
        }

        if (supplier.ExportLimit is { } limit) values.Path(place, "export limit", limit);
        values.Fraction(place, "rework", supplier.Rework);
        values.Fraction(place, "useless", supplier.Useless);
        var worst = Bounds.Of(supplier.Rework.Value).High + Bounds.Of(supplier.Useless.Value).High;
        if (worst > 1 && worst <= 2) problems.Add(place, $"rework and useless together may reach {Text.Number(worst)}; they must be at most 1.");
        if (supplier.ReworkTo is { } reserve) Refer<Reserve>(place, "ReworkTo", reserve);
        else if (Bounds.Of(supplier.Rework.Value).High > 0) problems.Add(place, "rework may be above 0, but ReworkTo names no reserve to take those rounds.");
        var routes = Parts<Route>().Count(route => route.From == supplier.Name);
        if (routes != 1) problems.Add(place, $"{routes} routes start at it; exactly one must.");
        var others = Parts<Supplier>().Count(other => other.Origin == supplier.Origin);
        if (others > 1) problems.Add(place, $"{others} suppliers send rounds of origin {supplier.Origin}; there may be one.");
    }

    private void Check(string place, Route route)
    {
        var known = Parts<Part>().Where(part => part is Stockpile or Supplier).Select(part => part.Name).ToArray();
        if (!known.Contains(route.From)) Missing(place, "From", "supplier or stockpile", route.From, known);
        Refer<Stockpile>(place, "To", route.To);
        values.Days(place, "lead time", route.LeadTime);
        values.Fraction(place, "loss", route.Loss);
        if (route.Capacity is { } capacity) values.Path(place, "capacity", capacity);
        if (route.Cover is { } cover) values.Days(place, "cover", cover);
        if (route.Cover is null && Parts<Stockpile>().Any(stockpile => stockpile.Name == route.From))
        {
            problems.Add(place, $"it starts at the stockpile \"{route.From}\" but has no cover; say how many days of the required rate it keeps at \"{route.To}\".");
        }

        if (route.Cover is not null && Parts<Supplier>().Any(supplier => supplier.Name == route.From))
        {
            problems.Add(place, $"it has a cover but starts at the supplier \"{route.From}\", which sends what is ordered; leave the cover out.");
        }
    }

    private void Check(string place, Consumer consumer)
    {
        Refer<Stockpile>(place, "At", consumer.At);
        if (consumer.Demands.Count == 0) problems.Add(place, "it requires nothing; it needs at least one demand.");
        ScenarioChecks.Duplicates(consumer.Demands.Select(demand => demand.Calibre.Name), place, "demand", problems);
        foreach (var demand in consumer.Demands) values.Path(place, $"required rate of {demand.Calibre}", demand.Required);
        var rivals = Parts<Consumer>().Count(other => other.At == consumer.At);
        if (rivals > 1) problems.Add(place, $"{rivals} consumers fire from \"{consumer.At}\"; one may.");
        if (consumer.Rationing is not CoverRationing rule) return;
        values.Days(place, "rationing cover", rule.Cover, above: true);
        values.Rounds(place, "rationing safety", rule.Safety);
        foreach (var counted in rule.Counting) Refer<Stockpile>(place, "rationing counts", counted);
        if (rule.Counting.Contains(consumer.At)) problems.Add(place, $"rationing counts \"{consumer.At}\" twice; its own stockpile always counts.");
    }

    private void Refer<T>(string place, string property, string name) where T : Part
    {
        var known = Parts<T>().Select(part => part.Name).ToArray();
        if (!known.Contains(name)) Missing(place, property, Words.Kind<T>(), name, known);
    }

    private void Missing(string place, string property, string kind, string name, string[] known) =>
        problems.Add(place, $"{property}: no {kind} \"{name}\" in network \"{network.Name}\".{Nearest.Hint(name, known)}");

    private void Joins()
    {
        foreach (var stockpile in Parts<Stockpile>().Where(one => one.Opening.Count == 0))
        {
            var filled = Parts<ProductionLine>().Any(line => line.To == stockpile.Name)
                || Parts<RefurbishmentWorks>().Any(works => works.To == stockpile.Name)
                || Parts<Route>().Any(route => route.To == stockpile.Name && route.From != stockpile.Name);
            if (!filled) problems.Add(Place(stockpile), "nothing can reach it: it opens empty, and no line, works or route leads to it.");
        }

        foreach (var cycle in CyclesWithoutDelay())
        {
            problems.Add($"Network \"{network.Name}\"", $"routes {string.Join(", ", cycle.Select(name => $"\"{prefix}{name}\""))} form a cycle without delay: their lead times are 0 days. Give one of them a lead time of at least a step.");
        }
    }

    /// <summary>Loops of routes whose lead times are all 0, each found once from its alphabetically first route.</summary>
    private IEnumerable<IReadOnlyList<string>> CyclesWithoutDelay()
    {
        var instant = Parts<Route>().Where(route => Bounds.Of(route.LeadTime.Value).High == 0).OrderBy(route => route.Name, StringComparer.Ordinal).ToArray();
        var reported = new HashSet<string>();
        foreach (var first in instant.Where(route => !reported.Contains(route.Name)))
        {
            if (Close(first, [first]) is not { } cycle) continue;
            reported.UnionWith(cycle);
            yield return cycle;
        }

        IReadOnlyList<string>? Close(Route last, List<Route> path)
        {
            if (last.To == path[0].From) return [.. path.Select(route => route.Name)];
            return instant
                .Where(route => route.From == last.To && !path.Contains(route))
                .Select(route => Close(route, [.. path, route]))
                .FirstOrDefault(cycle => cycle is not null);
        }
    }
}
