namespace Supply.Equations;

/// <summary>Routes that order, and the order in which they do.</summary>
internal static class OrderingRoutes
{
    /// <summary>Each after all that start where it leads. Routes in a cycle come last; the checks refuse them.</summary>
    public static IReadOnlyList<Route> DownstreamFirst(Network network)
    {
        var open = network.Parts.OfType<Route>().Where(route => route.IsOrdering).ToList();
        var sorted = new List<Route>();
        while (open.Find(route => !open.Exists(other => other.From == route.To)) is { } next)
        {
            sorted.Add(next);
            open.Remove(next);
        }

        return [.. sorted, .. open];
    }

    /// <summary>The routes of a cycle in which each waits for the orders of the next; none if there is no cycle.</summary>
    public static IReadOnlyList<Route> Cycle(Network network)
    {
        var open = network.Parts.OfType<Route>().Where(route => route.IsOrdering).ToList();
        while (open.RemoveAll(route => !open.Exists(other => other.From == route.To)) > 0) { }
        while (open.RemoveAll(route => !open.Exists(other => other.To == route.From)) > 0) { }
        return open;
    }
}
