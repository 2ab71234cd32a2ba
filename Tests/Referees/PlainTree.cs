namespace Supply.Tests.Referees;

/// <summary>A stage of a tree of stocks.</summary>
/// <param name="Parent">The index of the stage that supplies it, below its own; -1: an outside source that is never short.</param>
/// <param name="LeadTime">Periods from shipment to receipt; 0: in the same period.</param>
/// <param name="Policy">Its ordering policy.</param>
/// <param name="Initial">Stock at the start.</param>
/// <param name="Holding">Cost per unit in stock, or shipped by it and under way, and period.</param>
/// <param name="Stockout">Cost per unit that it owes and period.</param>
/// <param name="Demand">Customer demand in each period; null unless it is a leaf.</param>
internal sealed record PlainStage(
    int Parent, int LeadTime, PlainPolicy Policy, double Initial, double Holding, double Stockout, double[]? Demand);

/// <summary>Base stock (Point = UpTo, no lot), (s, S), or (R, Q) with one lot at a time.</summary>
internal sealed record PlainPolicy(double Point, double UpTo, double Lot)
{
    public double Order(double position, bool isBaseStock) =>
        isBaseStock ? Math.Max(0, UpTo - position) : position > Point ? 0 : Lot > 0 ? Lot : UpTo - position;

    public bool IsBaseStock => Lot == 0 && Point == UpTo;
}

/// <summary>
/// The event order behind the traces of stockpyl, written only for this test: demand is seen at the leaves; going up, each stage orders;
/// going down, each receives shipments of a lead time ago and ships, to its successors in their order; costs are taken on the closing
/// state.
/// </summary>
internal sealed class PlainTree
{
    private readonly PlainStage[] stages;
    private readonly double[] net;
    private readonly double[] onOrder;
    private readonly double[] owed;
    private readonly double[] transit;
    private readonly Dictionary<(int Stage, string Column), double[]> columns = [];

    private PlainTree(PlainStage[] stages, int periods)
    {
        this.stages = stages;
        net = [.. stages.Select(stage => stage.Initial)];
        (onOrder, owed, transit) = (new double[stages.Length], new double[stages.Length], new double[stages.Length]);
        for (var t = 0; t < periods; t++) Period(t, periods);
    }

    /// <summary>Columns by stage, named as in the traces.</summary>
    public static IReadOnlyDictionary<(int Stage, string Column), double[]> Run(PlainStage[] stages, int periods) =>
        new PlainTree(stages, periods).columns;

    private void Period(int t, int periods)
    {
        void Note(int stage, string column, double value)
        {
            if (!columns.TryGetValue((stage, column), out var row)) columns.Add((stage, column), row = new double[periods]);
            row[t] += value;
        }

        double Noted(int stage, string column, int period) =>
            period < 0 || !columns.TryGetValue((stage, column), out var row) ? 0 : row[period];
        var orders = new double[stages.Length];
        var demanded = new double[stages.Length];
        for (var i = stages.Length - 1; i >= 0; i--)
        {
            demanded[i] = stages[i].Demand?[t] ?? Children(i).Sum(child => orders[child]);
            orders[i] = stages[i].Policy.Order(net[i] + onOrder[i] - demanded[i], stages[i].Policy.IsBaseStock);
            onOrder[i] += orders[i];
            Note(i, "inbound_order", demanded[i]);
            Note(i, "order_quantity", orders[i]);
        }

        for (var i = 0; i < stages.Length; i++)
        {
            var owedBelow = stages[i].Demand is null ? Children(i).Sum(child => owed[child]) : Math.Max(0, -net[i]);
            var stock = net[i] + owedBelow;
            if (stages[i].Parent < 0) Note(i, "shipped_to", orders[i]);
            var received = Noted(i, "shipped_to", t - stages[i].LeadTime);
            Note(i, "inbound_shipment", received);
            onOrder[i] -= received;
            net[i] += received - demanded[i];
            stock += received;
            if (stages[i].Parent >= 0) transit[i] -= received;
            if (stages[i].Demand is not null) Note(i, "outbound_shipment", Math.Min(stock, owedBelow + demanded[i]));
            foreach (var child in Children(i))
            {
                owed[child] += orders[child];
                var sent = Math.Min(stock, owed[child]);
                (stock, owed[child]) = (stock - sent, owed[child] - sent);
                transit[child] += sent;
                Note(i, "outbound_shipment", sent);
                Note(child, "shipped_to", sent);
            }
        }

        for (var i = 0; i < stages.Length; i++)
        {
            var backlog = stages[i].Demand is null ? Children(i).Sum(child => owed[child]) : Math.Max(0, -net[i]);
            Note(i, "inventory_level", net[i]);
            Note(i, "backorders", backlog);
            Note(i, "holding_cost", stages[i].Holding * (net[i] + backlog));
            Note(i, "stockout_cost", stages[i].Stockout * backlog);
            Note(i, "in_transit_holding_cost", stages[i].Holding * Children(i).Sum(child => transit[child]));
        }
    }

    private IEnumerable<int> Children(int stage) => Enumerable.Range(0, stages.Length).Where(i => stages[i].Parent == stage);
}
