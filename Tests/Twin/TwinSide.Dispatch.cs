namespace Supply.Tests.Twin;

/// <content>Event 5 of MODEL.md for stockpiles, and the receipt of rounds.</content>
internal sealed partial class TwinSide
{
    // Event 5.
    private void Dispatch()
    {
        Order();
        var wishes = new Dictionary<(string Route, Calibre), TwinClaim>();
        foreach (var route in routes.Where(route => route.Replenishment is not null)) Wish(route, wishes);
        foreach (var supplier in suppliers) Export(supplier, wishes);
        foreach (var place in UpstreamFirst())
        foreach (var calibre in calibres)
        {
            TwinClaim[] leaving = [.. routes.Where(route => route.From == place.Name && wishes.ContainsKey((route.Name, calibre)))
                .Select(route => wishes[(route.Name, calibre)])];
            var given = Given(place, calibre, leaving);
            given = Draw(onHand, place.Name, calibre, given, (origin, i, sent) =>
            {
                Book(Quantity.Dispatched, leaving[i].Part, calibre, origin, sent);
                PutOnTheWay((Route)leaving[i].Part, calibre, origin, sent);
            });
            for (var i = 0; i < leaving.Length; i++) CountDispatch((Route)leaving[i].Part, calibre, given[i]);
        }
    }

    /// <summary>Stockpiles as they dispatch: one waits for those whose rounds come to it in the same step.</summary>
    private List<Stockpile> UpstreamFirst()
    {
        var (left, order) = (stockpiles.ToList(), new List<Stockpile>());
        while (left.Count > 0)
        {
            var next = left.First(place => routes.All(
                route => route.To != place.Name || lag[route.Name] > 0 || left.All(other => other.Name != route.From)));
            left.Remove(next);
            order.Add(next);
        }

        return order;
    }

    /// <summary>The amounts that routes get. Where they share with consumers, these claim their wishes as well.</summary>
    private double[] Given(Stockpile place, Calibre calibre, TwinClaim[] leaving)
    {
        var pool = Pool(onHand, place.Name, calibre);
        if (!place.Allocation.WithConsumers) return TwinAllocation.Give(place.Allocation, leaving, pool);
        var claims = leaving.Concat(consumers.Where(one => one.At == place.Name).Select(one => Claim(one, calibre, Wanted(one, calibre))))
            .OrderBy(claim => network.Parts.ToList().IndexOf(claim.Part)).ToArray();
        var given = TwinAllocation.Give(place.Allocation, claims, pool);
        return [.. leaving.Select(claim => given[Array.IndexOf(claims, claim)])];
    }

    // Event 2, and event 5 for a route without lead time.
    private void Receive(Route route, Calibre calibre, Origin origin, double amount)
    {
        if (amount == 0) return;
        Add(transit, (route.Name, calibre, origin), -amount);
        Book(Quantity.Received, route, calibre, origin, amount);
        if (suppliers.FirstOrDefault(one => one.Name == route.From) is not { } supplier)
        {
            Put(onHand, route.To, calibre, origin, amount);
            return;
        }

        var (rework, useless) = Condition(supplier, route, calibre, amount);
        if (rounding.Whole)
        {
            var share = Share(rework, rework + useless);
            var bad = rounding.Run(rework + useless, $"bad {route.Name} {calibre} {origin}");
            rework = rounding.Run(bad * share, $"rework {route.Name} {calibre} {origin}");
            useless = bad - rework;
        }

        Put(onHand, route.To, calibre, origin, amount - rework - useless);
        if (supplier.ReworkTo is { } to) Put(reserve, to, calibre, origin, rework);
        Book(Quantity.Rejected, route, calibre, origin, useless);
    }
}
