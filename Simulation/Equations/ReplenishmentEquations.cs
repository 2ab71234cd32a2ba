using Supply.Compilation;

namespace Supply.Equations;

/// <summary>
/// What each route wants to ship in a step. Ordering rules hold the inventory position of the destination against their
/// level and add what they order to what is on order; the others wish anew in each step.
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
            foreach (var calibre in side.Calibres(route.Name))
            {
                if (route.RuleFor(calibre) is OrderingReplenishment rule) Order(route, calibre, rule, side);
            }
        }
    }

    /// <summary>What a route wants to ship of a calibre, before any limit.</summary>
    public static Term Wish(Route route, Calibre calibre, Side side) => route.RuleFor(calibre) switch
    {
        CoverReplenishment rule => Gap(route, calibre, rule, side),
        PushReplenishment rule => Pushed(route, calibre, rule, side),
        OrderingReplenishment => side.Builder.Read(side.Owed(route.Name, calibre)!),
        _ => side.Builder.Zero,
    };

    /// <summary>Takes what was dispatched off what is on order.</summary>
    public static void Dispatched(Route route, Calibre calibre, Term sent, Side side)
    {
        if (side.Owed(route.Name, calibre) is not { } onOrder) return;
        var b = side.Builder;
        b.Set(onOrder, b.Max(b.Zero, b.Subtract(b.Read(onOrder), sent)));
    }

    /// <summary>Rounds of a calibre at a place and under way to it.</summary>
    public static Term There(string place, Calibre calibre, Side side) => side.Builder.Add(side.Pool(place, calibre),
        side.Builder.Sum(Inbound(place, side).Select(other => side.Pool(other.Name, calibre))));

    private static IEnumerable<Route> Inbound(string place, Side side) => side.Parts<Route>().Where(other => other.To == place);

    private static void Order(Route route, Calibre calibre, OrderingReplenishment rule, Side side)
    {
        var b = side.Builder;
        var position = Position(route.To, calibre, side);
        position.Label ??= side.Label("position", route.Name, calibre);
        var order = rule switch
        {
            BaseStockReplenishment one => UpTo(Number(one.Level, "level"), position, b),
            ReorderPointReplenishment one => Lots(Number(one.Point, "reorderPoint"), side.Rounding.Whole ? b.Max(b.One, Number(one.Quantity, "quantity")) : Number(one.Quantity, "quantity"), one.MostLots, position, b),
            MinMaxReplenishment one => Refill(Number(one.Point, "reorderPoint"), Number(one.UpTo, "orderUpTo"), position, b),
            _ => throw new ArgumentException($"{rule.GetType().Name} has no equations.", nameof(rule)),
        };
        order = b.Multiply(order, Reviewed(rule, side));
        order.Label ??= side.Label("order", route.Name, calibre);
        var onOrder = side.Owed(route.Name, calibre)!;
        b.Set(onOrder, b.Add(b.Read(onOrder), order));
        side.Ledger.Book(Quantity.OrdersPlaced, side, route.Name, calibre, null, order);
        side.Ledger.Book(Quantity.OrderCount, side, route.Name, calibre, null, b.Less(b.Zero, order));

        Term Number(Rounds rounds, string property) => side.Rounding.Nearest(side.Numbers.Of(rounds.Value, side.RuleAddress(route, calibre, property)));
    }

    /// <summary>On hand + under way + on order - owed to routes and consumers - wanted in this step.</summary>
    private static Term Position(string place, Calibre calibre, Side side)
    {
        var b = side.Builder;
        var onOrder = b.Sum(Inbound(place, side).Select(route => OnOrder(route.Name)));
        var outbound = side.Parts<Route>().Where(route => route.From == place).ToArray();
        var owed = b.Sum(outbound.Select(route => route.RuleFor(calibre) is PushReplenishment rule && side.Calibres(route.Name).Contains(calibre)
            ? Pushed(route, calibre, rule, side)
            : OnOrder(route.Name)));
        var fired = b.Sum(side.Parts<Consumer>().Where(consumer => consumer.At == place).Select(consumer => side.Wanted(consumer, calibre)));
        return b.Subtract(b.Add(There(place, calibre, side), onOrder), b.Add(owed, fired));

        Term OnOrder(string route) => side.Owed(route, calibre) is { } state ? b.Read(state) : b.Zero;
    }

    private static Term UpTo(Term level, Term position, ProgramBuilder b)
    {
        var gap = b.Subtract(level, position);
        return b.Select(b.Less(b.Multiply(level, b.Constant(Slack)), gap), gap, b.Zero);
    }

    private static Term Lots(Term point, Term quantity, int? most, Term position, ProgramBuilder b)
    {
        var reach = b.Add(point, b.Multiply(b.Add(point, quantity), b.Constant(Slack)));
        var lots = b.Add(b.Floor(b.Divide(b.Subtract(reach, position), quantity)), b.One);
        if (most is { } limit) lots = b.Min(b.Constant(limit), lots);
        return b.Multiply(b.Max(b.Zero, lots), quantity);
    }

    private static Term Refill(Term point, Term level, Term position, ProgramBuilder b)
    {
        var slack = b.Multiply(level, b.Constant(Slack));
        return b.Select(b.Less(b.Add(point, slack), position), b.Zero, UpTo(level, position, b));
    }

    /// <summary>1 in the steps in which the rule looks, 0 in the others.</summary>
    private static Term Reviewed(OrderingReplenishment rule, Side side)
    {
        if (rule.Review is not { Value: ExactlyValue days }) return side.Builder.One;
        var period = Math.Max(1, Math.Floor(days.Value / side.Horizon.StepDays + 0.5));
        return period == 1 ? side.Builder.One : side.Builder.Table([.. Enumerable.Range(0, side.Builder.Steps).Select(step => step % period == 0 ? 1.0 : 0)]);
    }

    private static Term Pushed(Route route, Calibre calibre, PushReplenishment rule, Side side) =>
        side.Rounding.Run(side.Numbers.PerStep(rule.Rate, side.RuleAddress(route, calibre, "push")), side.Label("pushed", route.Name, calibre));

    private static Term Gap(Route route, Calibre calibre, CoverReplenishment rule, Side side)
    {
        var b = side.Builder;
        var cover = b.Multiply(side.Numbers.Of(rule.Cover.Value, side.RuleAddress(route, calibre, "cover")), b.Constant(1 / side.Horizon.StepDays));
        var target = b.Multiply(cover, side.RequiredDownstream(route.To, calibre));
        var gap = b.Max(b.Zero, b.Subtract(target, There(route.To, calibre, side)));
        gap = b.Multiply(gap, b.Constant(1.0 / Inbound(route.To, side).Count(other => other.RuleFor(calibre) is CoverReplenishment)));
        return side.Rounding.Down(gap);
    }
}
