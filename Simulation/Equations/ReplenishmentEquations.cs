using Supply.Programs;
using static Supply.Programs.Arithmetic;

namespace Supply.Equations;

/// <summary>
/// Rounds that each route wants to ship in a step. Ordering rules compare the inventory position of the destination with their
/// level and add their orders to those outstanding; the others start from scratch in each step.
/// </summary>
internal static class ReplenishmentEquations
{
    /// <summary>A position is a sum of many numbers: this share of a level counts as rounding.</summary>
    private const double Slack = 1e-9;

    /// <summary>Places the orders of a step, downstream first, so that a place orders what it was asked for in the same step.</summary>
    public static void Order(Side side)
    {
        foreach (var route in OrderingRoutes.DownstreamFirst(side.Network))
        {
            foreach (var calibre in side.Topology.Calibres(route.Name))
            {
                if (route.RuleFor(calibre) is OrderingReplenishment rule) Order(route, calibre, rule, side);
            }
        }
    }

    /// <summary>Rounds of a calibre that a route wants to ship, before any limit.</summary>
    public static Term Wish(Route route, Calibre calibre, Side side) => route.RuleFor(calibre) switch
    {
        null => side.Zero,
        CoverReplenishment => Covered(route, calibre, side),
        PushReplenishment => Pushed(route, calibre, side),
        OrderingReplenishment => side.Stores.Owed(route.Name, calibre)!.Now,
        var rule => throw NoEquations(rule),
    };

    /// <summary>Takes what was dispatched off what is on order.</summary>
    public static void Dispatched(Route route, Calibre calibre, Term sent, Side side)
    {
        if (side.Stores.Owed(route.Name, calibre) is { } onOrder) onOrder.Now = Max(0, onOrder.Now - sent);
    }

    /// <summary>Rounds of a calibre at a place and under way to it.</summary>
    public static Term There(string place, Calibre calibre, Side side) =>
        side.Stores.Pool(place, calibre) + side.Sum(side.Topology.Inbound(place).Select(route => side.Stores.Pool(route.Name, calibre)));

    private static void Order(Route route, Calibre calibre, OrderingReplenishment rule, Side side)
    {
        var position = Position(route.To, calibre, side).Named("position", route, calibre);
        var ordered = rule switch
        {
            BaseStockReplenishment => UpTo(Number("level"), position),
            ReorderPointReplenishment one => Lots(Number("reorderPoint"), Lot(Number("quantity"), side), one.MostLots, position),
            MinMaxReplenishment => Refill(Number("reorderPoint"), Number("orderUpTo"), position),
            _ => throw NoEquations(rule),
        };
        var order = (ordered * Reviewed(rule, side)).Named("order", route, calibre);
        side.Stores.Owed(route.Name, calibre)!.Now += order;
        side.Book(Quantity.OrdersPlaced, route, calibre, order);
        side.Book(Quantity.OrderCount, route, calibre, order > 0);

        Term Number(string key) => side.Rounding.Nearest(side.Number(route, KeyOf(route, calibre, key)));
    }

    /// <summary>On hand + under way + on order - owed to routes and consumers.</summary>
    private static Term Position(string place, Calibre calibre, Side side)
    {
        var onOrder = side.Sum(side.Topology.Inbound(place).Select(OnOrder));
        var owedToRoutes = side.Sum(side.Parts<Route>().Where(route => route.From == place).Select(Asked));
        var consumers = side.Parts<Consumer>().Where(consumer => consumer.At == place);
        var wanted = side.Sum(consumers.Select(consumer => side.Requirements.WithBacklog(consumer, calibre)));
        return There(place, calibre, side) + onOrder - (owedToRoutes + wanted);

        Term Asked(Route route) => route.RuleFor(calibre) is PushReplenishment && side.Topology.Calibres(route.Name).Contains(calibre)
            ? Pushed(route, calibre, side)
            : OnOrder(route);

        Term OnOrder(Route route) => side.Stores.Owed(route.Name, calibre)?.Now ?? side.Zero;
    }

    private static Term UpTo(Term level, Term position)
    {
        var gap = level - position;
        return If(level * Slack < gap, gap, 0);
    }

    /// <summary>With whole rounds a lot is at least one.</summary>
    private static Term Lot(Term quantity, Side side) => side.Rounding.Whole ? Max(1, quantity) : quantity;

    private static Term Lots(Term point, Term lot, int? most, Term position)
    {
        var n = Floor((point + (point + lot) * Slack - position) / lot) + 1;
        if (most is { } limit) n = Min(limit, n);
        return Max(0, n) * lot;
    }

    private static Term Refill(Term point, Term level, Term position) => If(point + level * Slack < position, 0, UpTo(level, position));

    /// <summary>1 in the steps in which the rule looks, 0 in the others.</summary>
    private static Term Reviewed(OrderingReplenishment rule, Side side)
    {
        if (rule.Review is not { Value: ExactlyValue days }) return side.One;
        var period = Math.Max(1, Math.Floor(days.Value / side.StepDays + 0.5));
        return side.Table(step => step % period == 0 ? 1 : 0);
    }

    private static Term Pushed(Route route, Calibre calibre, Side side) =>
        side.Rounding.Run(side.PerStep(route, KeyOf(route, calibre, "push")), side.Label("pushed", route.Name, calibre));

    /// <summary>Rounds that the destination lacks to its cover, in equal parts by all routes by cover that lead there.</summary>
    private static Term Covered(Route route, Calibre calibre, Side side)
    {
        var steps = side.Number(route, KeyOf(route, calibre, "cover")) * (1 / side.StepDays);
        var need = side.Requirements.Downstream(route.To, calibre);
        var gap = Max(0, steps * need - There(route.To, calibre, side));
        var routes = side.Topology.Inbound(route.To).Count(other => other.RuleFor(calibre) is CoverReplenishment);
        return side.Rounding.Down(gap * (1.0 / routes));
    }

    /// <summary>The key of a number of a replenishment; where there is a rule for each calibre, its own.</summary>
    private static string KeyOf(Route route, Calibre calibre, string number) =>
        route.Replenishment is CalibreReplenishment ? $"{number}/{calibre}" : number;

    private static NotSupportedException NoEquations(Replenishment rule) => new($"{rule.GetType().Name} has no equations.");
}
