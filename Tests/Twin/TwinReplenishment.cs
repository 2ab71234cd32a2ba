namespace Supply.Tests.Twin;

/// <summary>Section 6 of MODEL.md, events 5 and 9: orders, wishes, and all costs.</summary>
internal sealed partial class TwinSide
{
    // Section 4: the rounds that routes have on order and consumers are owed.
    private readonly Dictionary<(string Part, Calibre), double> onOrder = [];
    private readonly Dictionary<(string Part, Calibre), double> backlog = [];

    private static Replenishment? RuleOf(Route route, Calibre calibre) => route.Replenishment is CalibreReplenishment each
        ? each.Rules.FirstOrDefault(one => one.Calibre == calibre)?.Rule
        : route.Replenishment;

    private static string Of(Route route, Calibre calibre, string property) =>
        route.Replenishment is CalibreReplenishment ? $"{property}/{calibre}" : property;

    private bool Reviews(Days? review)
    {
        var days = review is null ? 0 : ((ExactlyValue)review.Value).Value;
        return t % Math.Max(1, (int)Math.Floor(days / horizon.StepDays + 0.5)) == 0;
    }

    private void Order()
    {
        var waiting = routes.Where(route => calibres.Any(calibre => RuleOf(route, calibre) is OrderingReplenishment)).ToList();
        while (waiting.Count > 0)
        {
            var next = waiting.First(route => waiting.All(other => other.From != route.To));
            foreach (var calibre in calibres.Where(calibre => Carries(next, calibre))) Order(next, calibre);
            waiting.Remove(next);
        }
    }

    private void Order(Route route, Calibre calibre)
    {
        double Number(string property, Rounds rounds) => rounding.Nearest(Once(route, Of(route, calibre, property), rounds.Value));
        var position = Position(route.To, calibre);
        double order = 0;
        switch (RuleOf(route, calibre))
        {
            case BaseStockReplenishment rule:
                var level = Number("level", rule.Level);
                if (Reviews(rule.Review) && level - position > 1e-9 * level) order = level - position;
                break;
            case ReorderPointReplenishment rule:
                var (point, lot) = (Number("reorderPoint", rule.Point), Number("quantity", rule.Quantity));
                if (rounding.Whole) lot = Math.Max(1, lot);
                if (Reviews(rule.Review))
                {
                    order = lot * Math.Clamp(Math.Floor((point + 1e-9 * (point + lot) - position) / lot) + 1, 0,
                        rule.MostLots ?? double.MaxValue);
                }
                break;
            case MinMaxReplenishment rule:
                var (least, most) = (Number("reorderPoint", rule.Point), Number("orderUpTo", rule.UpTo));
                if (Reviews(rule.Review) && position <= least + 1e-9 * most && most - position > 1e-9 * most) order = most - position;
                break;
            default:
                return;
        }

        Add(onOrder, (route.Name, calibre), order);
        Book(Quantity.OrdersPlaced, route, calibre, null, order);
        Book(Quantity.OrderCount, route, calibre, null, order > 0 ? 1 : 0);
    }

    private double Position(string place, Calibre calibre) =>
        There(place, calibre)
        + routes.Where(route => route.To == place).Sum(route => onOrder.GetValueOrDefault((route.Name, calibre)))
        - routes.Where(route => route.From == place)
            .Sum(route => RuleOf(route, calibre) is PushReplenishment rule && Carries(route, calibre)
            ? Pushed(route, calibre, rule)
            : onOrder.GetValueOrDefault((route.Name, calibre)))
        - consumers.Where(consumer => consumer.At == place).Sum(consumer => Wanted(consumer, calibre));

    private double There(string place, Calibre calibre) =>
        Pool(onHand, place, calibre) + routes.Where(one => one.To == place).Sum(one => Pool(transit, one.Name, calibre));

    private double Wanted(Consumer consumer, Calibre calibre) => consumer.Demands.Any(demand => demand.Calibre == calibre)
        ? Required(consumer, calibre) + backlog.GetValueOrDefault((consumer.Name, calibre))
        : 0;

    private double WishOf(Route route, Calibre calibre)
    {
        switch (RuleOf(route, calibre))
        {
            case CoverReplenishment rule:
                var n = routes.Count(one => one.To == route.To && RuleOf(one, calibre) is CoverReplenishment);
                var cover = Once(route, Of(route, calibre, "cover"), rule.Cover.Value);
                return rounding.Down(Math.Max(0, cover / horizon.StepDays * Need(route.To, calibre) - There(route.To, calibre)) / n);
            case PushReplenishment rule:
                return Pushed(route, calibre, rule);
            default:
                return onOrder.GetValueOrDefault((route.Name, calibre));
        }
    }

    private double Pushed(Route route, Calibre calibre, PushReplenishment rule) =>
        rounding.Run(Amount(route, Of(route, calibre, "push"), rule.Rate), $"pushed {route.Name} {calibre}");

    private double Need(string place, Calibre calibre) => Below(place, calibre).Sum(one => Required(one, calibre));

    /// <summary>The rest of an order after a dispatch; by cover and push a dispatch costs as much as an order.</summary>
    private void CountDispatch(Route route, Calibre calibre, double sent)
    {
        if (RuleOf(route, calibre) is OrderingReplenishment) Add(onOrder, (route.Name, calibre), -sent);
        else if (route.FixedCost is { } cost && sent > 1e-6)
        {
            Spend(Quantity.OrderingCost, route, calibre, Once(route, "fixedCost", cost.Value));
        }
    }

    private void Spend(Quantity quantity, Part part, Calibre? calibre, double amount)
    {
        Book(quantity, part, calibre, null, amount);
        Book(Quantity.Cost, part, calibre, null, amount);
    }

    private void RecordOrders()
    {
        foreach (var calibre in calibres)
        {
            foreach (var route in routes) Close(Quantity.OnOrder, route, onOrder, calibre);
            foreach (var consumer in consumers) Close(Quantity.Backordered, consumer, backlog, calibre);
        }

        foreach (var part in network.Parts) Costs(part);
    }

    private void Close(Quantity quantity, Part part, Dictionary<(string, Calibre), double> owed, Calibre calibre)
    {
        if (!owed.TryGetValue((part.Name, calibre), out var amount)) return;
        if (amount < 1e-30) owed[(part.Name, calibre)] = amount = 0;
        Book(quantity, part, calibre, null, amount);
    }

    private void Costs(Part part)
    {
        switch (part)
        {
            case Stockpile one:
                Cost(one, "holdingCost", one.HoldingCost, Quantity.HoldingCost, Quantity.OnHand, horizon.StepDays);
                break;
            case ProductionLine one:
                Cost(one, "unitCost", one.UnitCost, Quantity.OrderingCost, Quantity.Produced, 1);
                break;
            case Supplier one:
                Cost(one, "unitCost", one.UnitCost, Quantity.OrderingCost, Quantity.Imported, 1);
                break;
            case Consumer one:
                Cost(one, "shortageCost", one.ShortageCost, Quantity.ShortageCost, Quantity.Shortfall, 1);
                Cost(one, "backlogCost", one.BacklogCost, Quantity.ShortageCost, Quantity.Backordered, horizon.StepDays);
                break;
            case Route one:
                Cost(one, "holdingCost", one.HoldingCost, Quantity.HoldingCost, Quantity.InTransit, horizon.StepDays);
                Cost(one, "unitCost", one.UnitCost, Quantity.OrderingCost, Quantity.Received, 1);
                Cost(one, "fixedCost", one.FixedCost, Quantity.OrderingCost, Quantity.OrderCount, 1);
                Cost(one, "backlogCost", one.BacklogCost, Quantity.ShortageCost, Quantity.OnOrder, horizon.StepDays);
                break;
        }
    }

    private void Cost(Part part, string property, Money? cost, Quantity quantity, Quantity counted, double times)
    {
        if (cost is null) return;
        var price = Once(part, property, cost.Value);
        foreach (var ((_, calibre), amount) in today.Where(pair => pair.Key.Place == part.Name && pair.Key.Quantity == counted)
            .GroupBy(pair => (part.Name, pair.Key.Calibre), (key, group) => (key, group.Sum(pair => pair.Value))))
        {
            Spend(quantity, part, calibre, price * amount * times);
        }
    }
}
