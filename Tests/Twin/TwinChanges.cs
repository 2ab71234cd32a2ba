namespace Supply.Tests.Twin;

/// <summary>Section 5 of MODEL.md: the changes that act at a step.</summary>
internal sealed class TwinChanges
{
    private readonly List<DatedEffect> all = [];
    private readonly TwinNumbers numbers;
    private readonly double stepDays;
    private HashSet<DatedEffect> failing = [];
    private int t;

    public TwinChanges(Scenario scenario, TwinNumbers numbers)
    {
        (this.numbers, stepDays) = (numbers, scenario.Horizon.StepDays);
        var seen = new Dictionary<string, int>();
        foreach (var change in scenario.Changes)
        {
            var (network, part) = Find(scenario, change);
            var address = $"changes/{change.GetType().Name}/{part.Key}/{change.From}";
            var count = seen[address] = seen.GetValueOrDefault(address) + 1;
            all.Add(new(
                change, network, part, count == 1 ? address : $"{address}#{count}",
                numbers.StepAt(change.From), change.Until is { } until ? numbers.StepAt(until) : int.MaxValue));
        }
    }

    /// <summary>Event 1: from now on the questions are about step t.</summary>
    public void Begin(int step, Func<Network, Calibre, double> onHand)
    {
        t = step;
        foreach (var one in all) Declare(one);
        failing = [.. all.Where(one => one.Change.If is { } condition
            && !(onHand(one.Network, condition.Calibre) < numbers.Value(condition.Below.Value, one.Address + "/if/below")))];
    }

    /// <summary>The limit per step that replaces the export limit, or null.</summary>
    public double? ExportLimit(Network network, Supplier supplier, double stepDays) =>
        Counting<ExportLimit>(network, supplier) is { Change: ExportLimit change } one
            ? numbers.PerDay(change.Limit, one.Address + "/limit", t) * stepDays
            : null;

    /// <summary>The target share of a supplier's origin that counts, or null.</summary>
    public (double Share, ShareMeaning Meaning)? TargetShare(Network network, Supplier supplier) =>
        Counting<TargetShare>(network, supplier) is { Change: TargetShare change } one
            ? (numbers.Value(change.Share.Value, one.Address + "/share"), change.Meaning)
            : null;

    /// <summary>The share that interdictions let pass on a route; nothing while it is closed.</summary>
    public double Remaining(Network network, Route route) =>
        Acting<RouteClosure>(network, route).Any() ? 0 : Acting<Interdiction>(network, route).Aggregate(1.0, (product, one) =>
        product * numbers.Value(((Interdiction)one.Change).Remaining.Value, one.Address + "/remaining"));

    /// <summary>The share that arrives in spite of the losses of interdictions on a route.</summary>
    public double Kept(Network network, Route route) => Acting<Interdiction>(network, route).Aggregate(1.0, (product, one) =>
        product * (1 - numbers.Value(((Interdiction)one.Change).Loss.Value, one.Address + "/loss")));

    public double CapacityFactor(Network network, Part part) => Acting<CapacityChange>(network, part).Aggregate(1.0, (product, one) =>
        product * Ramped((CapacityChange)one.Change, one.Address));

    private double Ramped(CapacityChange change, string address)
    {
        var factor = numbers.Value(change.Factor, address + "/factor", t);
        if (change.Onset is not { } onset) return factor;
        return 1 + (factor - 1) * Math.Min(
            1, (t * stepDays - numbers.DaysTo(change.From)) / numbers.Value(onset.Value, address + "/onset"));
    }

    /// <summary>The factors of order changes of a supplier, each as far as its onset lets it act.</summary>
    public double OrderFactor(Network network, Supplier supplier) => Acting<OrderChange>(network, supplier).Aggregate(1.0, (product, one) =>
    {
        var change = (OrderChange)one.Change;
        return product * (1 + (numbers.Value(change.Factor, one.Address + "/factor", t) - 1) * Onset(one, change.Onset));
    });

    /// <summary>Orders of a calibre per step, where a change sets them.</summary>
    public double Orders(Network network, Supplier supplier, Calibre calibre, double planned) =>
        Counting<OrderRate>(network, supplier, one => one.Calibre == calibre) is { Change: OrderRate change } one
            ? planned + (numbers.PerDay(change.Rate, one.Address + "/rate", t) * stepDays - planned) * Onset(one, change.Onset) : planned;

    /// <summary>The required rate of a calibre per step, where a change sets it.</summary>
    public double Required(Network network, Consumer consumer, Calibre calibre, double required) =>
        Counting<RequiredRate>(network, consumer, one => one.Calibre == calibre) is { Change: RequiredRate change } one
            ? required + (numbers.PerDay(change.Rate, one.Address + "/rate", t) * stepDays - required) * Onset(one, change.Onset)
            : required;

    private double Onset(DatedEffect one, Days? onset) => onset is null ? 1
        : Math.Min(1, (t * stepDays - numbers.DaysTo(one.Change.From)) / numbers.Value(onset.Value, one.Address + "/onset"));

    /// <summary>The factors of requirement changes, each as far as its onset and fading let it act.</summary>
    public double RequirementFactor(Network network, Consumer part) =>
        all.Where(one => one.Change is RequirementChange && one.Network == network && one.Part == part)
        .Aggregate(1.0, (product, one) =>
        {
            var change = (RequirementChange)one.Change;
            var factor = numbers.Value(change.Factor, one.Address + "/factor", t);
            return change.Onset is null && change.Fading is null
                ? product * (one.First <= t && t < one.End && !failing.Contains(one) ? factor : 1)
                : product * (1 + (factor - 1) * Weight(one, change));
        });

    /// <summary>The factors of changes of a mechanism of demand.</summary>
    public double DemandFactor(Network network, Consumer part, DemandMechanism mechanism) => Acting<DemandChange>(network, part)
        .Where(one => ((DemandChange)one.Change).Mechanism == mechanism)
        .Aggregate(1.0, (product, one) => product * numbers.Value(((DemandChange)one.Change).Factor, one.Address + "/factor", t));

    private double Weight(DatedEffect one, RequirementChange change)
    {
        double Since(Moment moment) => t * stepDays - numbers.DaysTo(moment);
        var rise = change.Onset is { } onset ? Since(change.From) / numbers.Value(onset.Value, one.Address + "/onset")
            : t >= one.First ? 1 : 0;
        var fall = change.Fading is { } fading ? 1 - Since(change.Until!.Value) / numbers.Value(fading.Value, one.Address + "/fading")
            : t < one.End ? 1 : 0;
        return Math.Max(0, Math.Min(1, Math.Min(rise, fall)));
    }

    /// <summary>Whether arrivals on a route must wait.</summary>
    public bool Waits(Network network, Route route) =>
        Acting<RouteClosure>(network, route).Any(one => ((RouteClosure)one.Change).UnderWay == UnderWay.Waits);

    /// <summary>Whether a closure begins that loses rounds in transit.</summary>
    public bool Loses(Network network, Route route) =>
        Acting<RouteClosure>(network, route).Any(one => one.First == t && ((RouteClosure)one.Change).UnderWay == UnderWay.Lost);

    public double LeadTimeFactor(Network network, Route route) => Acting<LeadTimeChange>(network, route).Aggregate(1.0, (product, one) =>
        product * numbers.Value(((LeadTimeChange)one.Change).Factor, one.Address + "/factor", t));

    public double SailingFactor(Network network, Route route) => Acting<SailingChange>(network, route).Aggregate(1.0, (product, one) =>
        product * numbers.Value(((SailingChange)one.Change).Factor, one.Address + "/factor", t));

    /// <summary>Whether a supplier is paid with a good.</summary>
    public bool Pays(Network network, Supplier supplier, string good) =>
        Acting<PaymentStop>(network, supplier).All(one => ((PaymentStop)one.Change).Good is { } stopped && stopped != good);

    /// <summary>Factors of new deals on payments or the price.</summary>
    public double Deal(Network network, Supplier supplier, Func<NewDeal, Uncertain> factor, string property) =>
        Acting<NewDeal>(network, supplier)
            .Aggregate(1.0, (product, one) => product * numbers.Value(factor((NewDeal)one.Change), $"{one.Address}/{property}", t));

    /// <summary>The shares destroyed at a stockpile at this step.</summary>
    public IEnumerable<double> Strikes(Network network, Stockpile stockpile) =>
        all.Where(one => one.Change is DepotStrike && one.Network == network && one.Part == stockpile && one.First == t)
            .Select(one => numbers.Value(((DepotStrike)one.Change).LossFraction.Value, one.Address + "/lossFraction"));

    /// <summary>The sanction on an input source that counts, or null.</summary>
    public (double Remaining, double Evaded, double? Delay, double Price)? Sanction(Network network, InputSource source)
    {
        if (Counting<InputSanction>(network, source) is not { Change: InputSanction change } one) return null;
        double Of(string property, Uncertain number) => numbers.Value(number, $"{one.Address}/{property}");
        return (Of("remaining", change.Remaining.Value), Of("evaded", change.Evaded.Value),
            change.EvasionDelay is { } delay ? Of("evasionDelay", delay.Value) : null,
            change.PriceFactor is { } price ? Of("priceFactor", price) : 1);
    }

    public bool HasDispersal => all.Any(one => one.Change is Dispersal);

    public double Throughput(Network network, Stockpile stockpile) =>
        Dispersed(network, stockpile, "throughput", change => change.Throughput.Value) ?? 1;

    public double Exposure(Network network, Stockpile stockpile) =>
        Dispersed(network, stockpile, "exposure", change => change.Exposure.Value) ?? 1;

    public double? FurtherHaul(Network network, Stockpile stockpile) =>
        Dispersed(network, stockpile, "furtherHaul", change => change.FurtherHaul?.Value);

    /// <summary>The shares that hazards destroy at a stockpile in this step.</summary>
    public IEnumerable<double> Hazards(Network network, Stockpile stockpile, double stepDays)
    {
        foreach (var one in Acting<StrikeHazard>(network, stockpile))
        {
            var change = (StrikeHazard)one.Change;
            double Of(string property, Uncertain number) => numbers.Value(number, $"{one.Address}/{property}");
            var mean = Of("eventsPerYear", change.EventsPerYear) * stepDays / 365.25;
            var fewer = 0.0;
            for (var i = 1; i <= (stepDays > 1 ? 8 : 1); i++)
            {
                fewer += Math.Exp(-mean) * Math.Pow(mean, i - 1) / MathNet.Numerics.SpecialFunctions.Factorial(i - 1);
                if (fewer >= 1 || numbers.Normal(one.Address + "/event", t) >= TwinDraws.InverseNormal(1 - fewer)) break;
                var severity = Math.Exp(
                    Of("spread", change.Spread.Value) * numbers.Normal(one.Address + (i == 1 ? "/severity" : $"/severity/{i}"), t));
                yield return Math.Min(1, Of("medianLoss", change.MedianLoss.Value) * severity)
                    * Of("artilleryShare", change.ArtilleryShare.Value);
            }
        }
    }

    private double? Dispersed(Network network, Stockpile stockpile, string property, Func<Dispersal, Uncertain?> of) =>
        Counting<Dispersal>(network, stockpile) is { Change: Dispersal change } one && of(change) is { } number
            ? numbers.Value(number, $"{one.Address}/{property}")
            : null;

    private IEnumerable<DatedEffect> Acting<T>(Network network, Part part) => all.Where(one =>
        one.Change is T && one.Network == network && one.Part == part && one.First <= t && t < one.End && !failing.Contains(one));

    /// <summary>Among several that act, the one that began last; of two in one step, the later in the list.</summary>
    private DatedEffect? Counting<T>(Network network, Part part, Func<T, bool>? of = null) where T : Change
    {
        DatedEffect? counting = null;
        foreach (var one in Acting<T>(network, part).Where(one => of is null || of((T)one.Change)))
        {
            if (counting is null || one.First >= counting.First) counting = one;
        }

        return counting;
    }

    /// <summary>Values all numbers of a change, so that their parameters are known whether or not it acts.</summary>
    private void Declare(DatedEffect one)
    {
        void Value(string property, Uncertain number) => numbers.Value(number, $"{one.Address}/{property}", t);
        if (one.Change.If is { } condition) Value("if/below", condition.Below.Value);
        switch (one.Change)
        {
            case ExportLimit change: Value("limit", change.Limit.Value); break;
            case TargetShare change: Value("share", change.Share.Value); break;
            case OrderChange change:
                Value("factor", change.Factor);
                if (change.Onset is { } growing) Value("onset", growing.Value);
                break;
            case OrderRate change:
                Value("rate", change.Rate.Value);
                if (change.Onset is { } asked) Value("onset", asked.Value);
                break;
            case RequiredRate change:
                Value("rate", change.Rate.Value);
                if (change.Onset is { } wanted) Value("onset", wanted.Value);
                break;
            case DepotStrike change: Value("lossFraction", change.LossFraction.Value); break;
            case CapacityChange change:
                Value("factor", change.Factor);
                if (change.Onset is { } ramp) Value("onset", ramp.Value);
                break;
            case DemandChange change: Value("factor", change.Factor); break;
            case RequirementChange change:
                Value("factor", change.Factor);
                if (change.Onset is { } onset) Value("onset", onset.Value);
                if (change.Fading is { } fading) Value("fading", fading.Value);
                break;
            case LeadTimeChange change: Value("factor", change.Factor); break;
            case SailingChange change: Value("factor", change.Factor); break;
            case NewDeal change:
                Value("payments", change.Payments);
                Value("price", change.Price);
                break;
            case Interdiction change:
                Value("remaining", change.Remaining.Value);
                Value("loss", change.Loss.Value);
                break;
            case InputSanction change:
                Value("remaining", change.Remaining.Value);
                Value("evaded", change.Evaded.Value);
                if (change.EvasionDelay is { } delay) Value("evasionDelay", delay.Value);
                if (change.PriceFactor is { } price) Value("priceFactor", price);
                break;
            case StrikeHazard change:
                Value("eventsPerYear", change.EventsPerYear);
                Value("medianLoss", change.MedianLoss.Value);
                Value("spread", change.Spread.Value);
                Value("artilleryShare", change.ArtilleryShare.Value);
                break;
            case Dispersal change:
                Value("throughput", change.Throughput.Value);
                Value("exposure", change.Exposure.Value);
                if (change.FurtherHaul is { } haul) Value("furtherHaul", haul.Value);
                break;
        }
    }

    private static (Network Network, Part Part) Find(Scenario scenario, Change change)
    {
        Func<Network, Part, bool> Named<T>(string name) => (network, part) =>
            part is T && (part.Name == name || $"{network.Name}/{part.Name}" == name);
        Func<Network, Part, bool> Of(Origin origin) => (_, part) => part is Supplier supplier && supplier.Origin == origin;
        var wanted = change switch
        {
            ExportLimit limit => Of(limit.Origin),
            TargetShare share => Of(share.Origin),
            OrderChange order => Of(order.Origin),
            OrderRate order => Of(order.Origin),
            RequiredRate required => Named<Consumer>(required.Consumer),
            Interdiction interdiction => Named<Route>(interdiction.Route),
            DepotStrike strike => Named<Stockpile>(strike.Stockpile),
            CapacityChange capacity => Named<Part>(capacity.Part),
            RequirementChange requirement => Named<Consumer>(requirement.Consumer),
            DemandChange demand => Named<Consumer>(demand.Consumer),
            InputSanction sanction => Named<InputSource>(sanction.Source),
            StrikeHazard hazard => Named<Stockpile>(hazard.Stockpile),
            Dispersal dispersal => Named<Stockpile>(dispersal.Stockpile),
            RouteClosure closure => Named<Route>(closure.Route),
            LeadTimeChange lead => Named<Route>(lead.Route),
            SailingChange sailing => Named<Route>(sailing.Route),
            PaymentStop stop => Of(stop.Origin),
            NewDeal deal => Of(deal.Origin),
            _ => throw new NotSupportedException(change.ToString()),
        };
        return scenario.Networks.SelectMany(network => network.Parts.Select(part => (network, part)))
            .Single(pair => wanted(pair.network, pair.part));
    }

    private sealed record DatedEffect(Change Change, Network Network, Part Part, string Address, int First, int End);
}
