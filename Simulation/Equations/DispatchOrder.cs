namespace Supply.Equations;

/// <summary>The order in which stockpiles dispatch.</summary>
internal static class DispatchOrder
{
    /// <summary>
    /// Each after all from which a route without lead time leads to it, else in the order of the description. Stockpiles in a circle come
    /// last; the checks refuse them.
    /// </summary>
    public static IReadOnlyList<Stockpile> Of(Network network)
    {
        var open = network.Parts.OfType<Stockpile>().ToList();
        var instant = network.Parts.OfType<Route>().Where(route => route.IsInstant).ToArray();
        var sorted = new List<Stockpile>();
        while (open.Find(place => !instant.Any(route => route.To == place.Name && open.Exists(other => other.Name == route.From)))
            is { } next)
        {
            sorted.Add(next);
            open.Remove(next);
        }

        return [.. sorted, .. open];
    }
}
