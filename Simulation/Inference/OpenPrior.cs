using System.Globalization;
using static Supply.Uncertain;

namespace Supply.Inference;

/// <summary>
/// A shipped case says what its sources say; to be conditioned on claims it must be able to say something else. Opening a scenario
/// multiplies every level that claims are about by a wide factor of its own, which may wander from half-year to half-year.
/// </summary>
public static class OpenPrior
{
    /// <summary>The first word of the name of every number that opening adds.</summary>
    public const string Prefix = "open";

    private const string Reason = "Opened for conditioning: wider than the sources behind the level, so that claims decide. It adds "
        + "no mechanism.";

    /// <summary>
    /// A scenario with opened levels: demand, new production, refurbishment, suppliers' orders, stocks and production, and the opening
    /// stocks, and the cover that a force rations by. Demand, cover and orders may wander by half-years, the others by years, until the
    /// end of the record; from then on each factor stays.
    /// </summary>
    /// <param name="scenario">A dated scenario whose record ends within its horizon.</param>
    /// <param name="width">
    /// How wide: 1 is a factor of two either way for demand, cover, refurbishment and foreign supply (90 %), 1.6 for production, 1.5 for
    /// stocks. Above 0. Default 1.
    /// </param>
    /// <exception cref="ArgumentException">The scenario has plain steps or no end of the record, or the width is out of range.</exception>
    public static Scenario Open(this Scenario scenario, double width = 1)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        var faults = new List<string>();
        if (scenario.Horizon.Start is null) faults.Add($"Scenario \"{scenario.Name}\" has plain steps; only a dated one can be opened.");
        if (scenario.RecordEnds?.Date is null) faults.Add($"Scenario \"{scenario.Name}\" does not say when its record ends (RecordEnds).");
        if (!(width > 0 && double.IsFinite(width))) faults.Add($"The width is {width}; it must be above 0.");
        if (faults.Count > 0) throw new ArgumentException(string.Join("\n", faults));
        return scenario with
        {
            Name = scenario.Name + ", opened",
            Rows = null,
            Networks = Items.From(scenario.Networks.Select(
                network => new NetworkOpener(scenario, scenario.Networks.Count == 1 ? Prefix : $"{Prefix} {network.Name}",
                    width).Of(network))),
        };
    }

    private sealed class NetworkOpener(Scenario scenario, string prefix, double width)
    {
        private readonly DateOnly start = scenario.Horizon.Start!.Value;
        private readonly DateOnly end = scenario.RecordEnds!.Value.Date!.Value;

        public Network Of(Network network) => network with { Parts = Items.From(network.Parts.Select(Part)) };

        private Part Part(Part part) => part switch
        {
            Consumer force => force with
            {
                Demands = Items.From(force.Demands.Select(demand => demand with
                {
                    Required = Wandering(demand.Required.Times(Level($"{force.Name} demand", 2)), $"{force.Name} demand", 0.5,
                        Knots(6, start, end)),
                })),
                Rationing = force.Rationing is CoverRationing rule ? rule with { Cover = Cover(rule.Cover, force.Name) } : force.Rationing,
            },
            ProductionLine line =>
                line with { Capacity = Wandering(line.Capacity.Times(Level(line.Name, 1.6)), "production", 0.25, Knots(12, start, end)) },
            RefurbishmentWorks works =>
                works with { Capacity = Wandering(
                    works.Capacity.Times(Level("refurbishment", 2)), "refurbishment", 0.25, Knots(12, start, end)) },
            Supplier supplier => supplier with { Offers = Items.From(supplier.Offers.Select(offer => Offer(supplier.Name, offer))) },
            Stockpile depot => depot with { Opening = Lots(depot.Opening, "opening stock") },
            Reserve reserve => reserve with { Opening = Lots(reserve.Opening, "opening reserve") },
            _ => part,
        };

        private Offer Offer(string supplier, Offer offer) => offer with
        {
            Exportable = Times(offer.Exportable, Level($"{supplier} exportable", 2)),
            Production = offer.Production.Times(Level($"{supplier} production", 2)),
            Orders = offer.Orders is not { } orders ? null
                : Wandering(orders.Times(Level($"{supplier} orders", 2)), $"{supplier} orders", 0.5, OrderKnots(orders)),
        };

        private Items<Lot> Lots(Items<Lot> lots, string what) =>
            Items.From(lots.Select(lot => lot with { Amount = Times(lot.Amount, Level(what, 1.5)) }));

        /// <summary>A factor that lies within 1 / most .. most with a probability of nine tenths.</summary>
        private Uncertain Level(string what, double most)
        {
            var bound = Math.Pow(most, width);
            return LogNormal(1 / bound, bound).Named($"{prefix} {what}").Assumed(Reason);
        }

        /// <summary>A force that follows supply may ration by another cover than its sources say, and by another each half-year.</summary>
        private Days Cover(Days cover, string force) =>
            Days.Of(Drifts($"{force} cover", 0.5, Knots(6, start, end))
                .Aggregate(cover.Value * Level($"{force} cover", 2), (product, drift) => product * drift));

        private RatePath Wandering(RatePath path, string what, double sdPerYear, DateOnly[] knots) =>
            Drifts(what, sdPerYear, knots).Aggregate(path, (product, drift) => product.Times(drift));

        /// <summary>One factor for each time between two knots, which moves there and stays afterwards.</summary>
        private IEnumerable<Uncertain> Drifts(string what, double sdPerYear, DateOnly[] knots) =>
            knots.Zip(knots.Skip(1), (knot, next) => Drift(knot, sdPerYear * width, next)
                .Named(string.Create(CultureInfo.InvariantCulture, $"{prefix} {what} {knot:yyyy-MM}"))
                .Assumed(Reason));

        /// <summary>Orders placed with a supplier may wander while they change.</summary>
        private DateOnly[] OrderKnots(RatePath orders)
        {
            if (orders is not TablePath { Points: var points } || points.Count < 2) return [];
            var (first, last) = (points[1].At.Date ?? start, points[^1].At.Date ?? end);
            return first < end ? Knots(6, first, last > end ? end : last.AddMonths(6) < end ? last.AddMonths(6) : end) : [];
        }

        /// <summary>The first day, the beginnings of years or half-years after it, and the last day; no two within two months.</summary>
        private static DateOnly[] Knots(int months, DateOnly from, DateOnly to)
        {
            var turns = new List<DateOnly> { from };
            for (var turn = new DateOnly(from.Year, 1, 1); turn < to; turn = turn.AddMonths(months))
            {
                if (turn > from.AddMonths(2) && turn.AddMonths(2) < to) turns.Add(turn);
            }

            turns.Add(to);
            return [.. turns];
        }

        private static Rounds Times(Rounds amount, Uncertain factor) =>
            amount.Value is ExactlyValue { Value: 0 } ? amount : Rounds.Of(amount.Value * factor);
    }
}
