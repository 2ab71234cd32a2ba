using Supply.Equations;
using Supply.Programs;

namespace Supply.Compilation;

/// <summary>Checks how the parts of a network join: who may share what, and whether rounds can come where they are wanted.</summary>
internal sealed class JoinChecks(Network network, Func<Part, string> place, Problems problems)
{
    private readonly Dictionary<string, List<Cell>> cells = CellFlow.Of(network, (_, _) => true);

    /// <param name="complete">All names lead to parts; else rounds may only seem to have no way.</param>
    public void Run(bool complete)
    {
        foreach (var supplier in Parts<Supplier>()) OneRoute(supplier);
        foreach (var group in Parts<Supplier>().GroupBy(supplier => supplier.Origin).Where(group => group.Count() > 1))
        {
            problems.Add($"Network \"{network.Name}\"",
                $"{group.Count()} suppliers, {MessageText.All(group.Select(one => one.Name))}, send "
                + $"rounds of origin {group.Key}; one may. Join them, or give each an origin of its own.");
        }

        Cycles();
        if (complete) Reach();
    }

    private IEnumerable<T> Parts<T>() where T : Part => network.Parts.OfType<T>();

    private List<Cell> Holds(string part) => cells.GetValueOrDefault(part, []);

    private void Reach()
    {
        foreach (var part in network.Parts.Where(part => part is Stockpile or Reserve && Holds(part.Name).Count == 0))
        {
            problems.Add(place(part), part is Stockpile
                ? "nothing can reach it: it opens empty, and no line, works or route brings rounds to it."
                : "nothing can reach it: it opens empty, and no supplier sends rework to it.");
        }

        foreach (var works in Parts<RefurbishmentWorks>()) Feed(works);
        foreach (var route in Parts<Route>()) Carry(route);
        if (Parts<Route>().Any(route => route.InTransit.Count + route.OnOrder.Count > 0)) Open();
        Throttle();
        foreach (var consumer in Parts<Consumer>())
        {
            foreach (var demand in consumer.Demands) Meet(consumer, demand.Calibre);
        }
    }

    private void OneRoute(Supplier supplier)
    {
        var routes = Parts<Route>().Where(route => route.From == supplier.Name).Select(route => route.Name).ToArray();
        if (routes.Length > 1
            && Parts<Route>().FirstOrDefault(route => route.From == supplier.Name && route.Replenishment is not null) is { } ordering)
        {
            problems.Add(place(supplier),
                $"{routes.Length} routes start at it, {MessageText.All(routes)}, but \"{ordering.Name}\" orders by a "
                + "replenishment; that takes its only route. Give the offers orders instead.");
        }

        foreach (var mixing in Parts<Route>()
            .Where(route => route.From == supplier.Name && supplier.FirstLots is not null && route.Transit is ErlangTransit))
        {
            problems.Add(place(mixing), $"rounds mix on its way, so the first lots of \"{supplier.Name}\" could not be told from the "
                + "others; give it a fixed transit, or the supplier no first lots.");
        }

        if (routes.Length == 0) problems.Add(place(supplier), "no route starts at it; one must lead from it to a stockpile.");
    }

    private void Feed(RefurbishmentWorks works)
    {
        if (!Parts<Reserve>().Any(reserve => reserve.Name == works.From) || Holds(works.From) is [] || Has(works.From, works.Calibre))
        {
            return;
        }
        problems.Add(place(works), $"it restores {works.Calibre}, but the reserve \"{works.From}\" can only hold {Calibres(works.From)}.");
    }

    private void Meet(Consumer consumer, Calibre calibre)
    {
        if (!Parts<Stockpile>().Any(stockpile => stockpile.Name == consumer.At) || Holds(consumer.At) is [] || Has(consumer.At, calibre))
        {
            return;
        }
        problems.Add(place(consumer), $"it requires {calibre}, but no opening stock, line, works, supplier or route brings {calibre} to "
            + $"\"{consumer.At}\"; only {Calibres(consumer.At)} can come there. Drop the demand, or supply it.");
    }

    private void Carry(Route route)
    {
        if (route.Replenishment is not CalibreReplenishment each || Holds(route.From) is []) return;
        foreach (var one in each.Rules.Where(one => !Has(route.From, one.Calibre)))
        {
            problems.Add(place(route),
                $"its replenishment has a rule for {one.Calibre}, but only {Calibres(route.From)} can be at \"{route.From}\".");
        }
    }

    /// <summary>A route carries the rounds that are under way or on order at the start.</summary>
    private void Open()
    {
        var topology = new Topology(network);
        foreach (var route in Parts<Route>())
        {
            var carried = topology.Cells(route.Name);
            foreach (var one in route.InTransit.Where(one => !carried.Contains(new(one.Calibre, one.Origin))))
            {
                problems.Add(place(route), $"rounds of {one.Calibre}, {one.Origin}, are in transit at the start, but it carries "
                    + (carried.Count == 0 ? "nothing." : $"only {string.Join("; ", carried)}.")
                    + (Parts<Stockpile>().Any(one => one.Name == route.From) ? $" Let \"{route.From}\" open with 0 of them." : ""));
            }

            foreach (var one in route.OnOrder.Where(
                one => route.RuleFor(one.Calibre) is OrderingReplenishment && carried.All(cell => cell.Calibre != one.Calibre)))
            {
                problems.Add(place(route), $"{one.Calibre} is on order at the start, but it carries none; leave that out.");
            }
        }
    }

    /// <summary>A throttle takes its cover from rounds that can be there, and from a rate at which somebody fires them.</summary>
    private void Throttle()
    {
        (Part Part, Calibre Calibre, Throttle? Throttle)[] all =
        [
            .. Parts<ProductionLine>().Select(line => (line, line.Calibre, line.Throttle)),
            .. Parts<RefurbishmentWorks>().Select(works => (works, works.Calibre, works.Throttle)),
            .. Parts<Supplier>().SelectMany(one => one.Offers, (one, offer) => (one, offer.Calibre, offer.Throttle)),
        ];
        if (Array.TrueForAll(all, one => one.Throttle is null)) return;
        var topology = new Topology(network);
        foreach (var (part, calibre, throttle) in all)
        {
            foreach (var counted in throttle?.Counting ?? [])
            {
                var held = topology.Calibres(counted).ToArray();
                if (held.Length == 0 || held.Contains(calibre)) continue;
                problems.Add(place(part), $"its throttle counts \"{counted}\", which never holds {calibre}, only "
                    + $"{string.Join(", ", held)}; leave it out.");
            }

            if (throttle is null || Parts<Consumer>().Any(one => one.Demands.Any(demand => demand.Calibre == calibre))) continue;
            problems.Add(place(part), $"its throttle needs a rate at which {calibre} is fired, and no consumer of the network fires it; "
                + "leave the throttle out.");
        }
    }

    private bool Has(string part, Calibre calibre) => Holds(part).Any(cell => cell.Calibre == calibre);

    private string Calibres(string part) => string.Join(", ", Holds(part).Select(cell => cell.Calibre.Name).Distinct());

    /// <summary>Loops of routes whose lead times are all 0, each found once from its alphabetically first route.</summary>
    private void Cycles()
    {
        var instant = Parts<Route>()
            .Where(route => route.LeadTime.Value is ExactlyValue { Value: 0 } && route.From != route.To)
            .OrderBy(route => route.Name, StringComparer.Ordinal).ToArray();
        var reported = new HashSet<string>();
        foreach (var first in instant.Where(route => !reported.Contains(route.Name)))
        {
            if (Back(first, instant) is not { } cycle) continue;
            reported.UnionWith(cycle);
            problems.Add($"Network \"{network.Name}\"",
                $"routes {MessageText.All(cycle)} form a cycle without delay: their lead times are 0 "
                + "days. Give one of them a lead time of at least a step.");
        }
    }

    /// <summary>The shortest way from a route back to where it starts, or null.</summary>
    private static List<string>? Back(Route first, Route[] routes)
    {
        var ways = new Dictionary<string, List<string>> { [first.To] = [first.Name] };
        var open = new Queue<string>([first.To]);
        while (open.TryDequeue(out var at))
        {
            if (at == first.From) return ways[at];
            foreach (var route in routes.Where(route => route.From == at))
            {
                if (ways.TryAdd(route.To, [.. ways[at], route.Name])) open.Enqueue(route.To);
            }
        }

        return null;
    }
}
