namespace Supply.Tests.Twin;

/// <summary>Event 1 of MODEL.md: throttles, and the rates by which stock is reckoned.</summary>
internal sealed partial class TwinSide
{
    private readonly Dictionary<(string Part, Calibre), (double Stock, double Rate)> averages = [];
    private readonly Dictionary<(string Part, Calibre), double> factors = [];

    private (Part Part, Calibre Calibre, Throttle Throttle, string Place)[] Throttles =>
    [
        .. lines.Where(line => line.Throttle is not null).Select(line => ((Part)line, line.Calibre, line.Throttle!, "throttle")),
        .. works.Where(one => one.Throttle is not null).Select(one => ((Part)one, one.Calibre, one.Throttle!, "throttle")),
        .. suppliers.SelectMany(one => one.Offers.Where(offer => offer.Throttle is not null), (one, offer) =>
            ((Part)one, offer.Calibre, offer.Throttle!, $"throttle/{offer.Calibre}")),
    ];

    /// <summary>The consumers whose wish follows supply.</summary>
    public IEnumerable<(string Side, string Consumer)> Followers =>
        consumers.Where(demand.Follows).Select(consumer => (network.Name, consumer.Name));

    private void Throttle()
    {
        foreach (var (part, calibre, throttle, place) in Throttles)
        {
            var stock = throttle.Counting.Sum(name => Pool(onHand, name, calibre));
            if (t == 0) averages[(part.Name, calibre)] = (stock, 0);
            var (average, rate) = averages[(part.Name, calibre)];
            average = Small(average + (stock - average) * Follow(part, throttle, place));
            averages[(part.Name, calibre)] = (average, rate);
            var begins = Once(part, $"{place}/beginsAt", throttle.BeginsAt.Value);
            var complete = Once(part, $"{place}/completeAt", throttle.CompleteAt.Value);
            var floor = Once(part, $"{place}/floor", throttle.Floor.Value);
            var cover = rate > 0 ? average / rate : average > 0 ? double.PositiveInfinity : 0;
            var factor = t == 0 || cover <= begins ? 1
                : cover >= complete ? floor
                : 1 - (1 - floor) * (cover - begins) / (complete - begins);
            factors[(part.Name, calibre)] = factor;
            Book(Quantity.ThrottleFactor, part, calibre, null, factor);
        }
    }

    /// <summary>After event 8.</summary>
    private void ObserveRates(Func<Consumer, Calibre, double> fired)
    {
        foreach (var (part, calibre, throttle, place) in Throttles)
        {
            var firing = consumers.Where(one => one.Demands.Any(demand => demand.Calibre == calibre)).ToArray();
            var here = firing.Where(one => throttle.Counting.Contains(one.At)).ToArray();
            var rate = (here.Length > 0 ? here : firing)
                .Sum(one => demand.Follows(one) ? fired(one, calibre) : Required(one, calibre)) / horizon.StepDays;
            var (stock, average) = averages[(part.Name, calibre)];
            averages[(part.Name, calibre)] =
                (stock, Small(t == 0 ? rate : average + (rate - average) * Follow(part, throttle, place)));
        }
    }

    private double Capacity(Part part) => part switch
    {
        ProductionLine line => Capacity(line, line.Capacity) * Factor(line, line.Calibre),
        RefurbishmentWorks one => Capacity(one, one.Capacity) * Factor(one, one.Calibre),
        Route route => Capacity(route, route.Capacity!),
        _ => throw new NotSupportedException(part.ToString()),
    };

    private double Capacity(Part part, RatePath path) => changes.CapacityFactor(network, part) * Amount(part, "capacity", path);

    private double Factor(Part part, Calibre calibre) => factors.GetValueOrDefault((part.Name, calibre), 1);

    private double Follow(Part part, Throttle throttle, string place) =>
        1 - Math.Exp(-horizon.StepDays / Once(part, $"{place}/averaging", throttle.Averaging.Value));

    private static double Small(double amount) => amount < 1e-30 ? 0 : amount;
}
