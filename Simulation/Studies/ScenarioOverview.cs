namespace Supply;

/// <summary>Makes overviews of scenarios.</summary>
public static class ScenarioOverview
{
    private const int MostLots = 4;

    /// <summary>The parts of a scenario with their stocks, rates and lead times, and the ways between them; nothing is run.</summary>
    /// <param name="scenario">The scenario; its changes are left out.</param>
    public static Overview Overview(this Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        var parts = from network in scenario.Networks
            from part in network.Parts
            where part is not Route
            select new OverviewPart(network.Name, part.Name, part.Kind, Numbers(part));
        var ways = from network in scenario.Networks from part in network.Parts from way in Ways(network, part) select way;
        return new(scenario.Name, Items.From(parts), Items.From(ways));
    }

    private static string Numbers(Part part) => part switch
    {
        Stockpile one => Lots(one.Opening),
        Reserve one => Lots(one.Opening),
        ProductionLine one => $"{one.Calibre}, {Brief(one.Capacity)}",
        RefurbishmentWorks one => $"{one.Calibre}, {Brief(one.Capacity)}",
        Supplier one => string.Join("; ", one.Offers.Select(
            offer => $"{offer.Calibre}: {Brief(offer.Exportable)}, making {Brief(offer.Production)}"
            + (offer.Orders is null ? "" : $", ordered {Brief(offer.Orders)}"))),
        Consumer one => string.Join("; ", one.Demands.Select(demand => $"{demand.Calibre}: wants {Brief(demand.Required)}")),
        InputSource one => Brief(one.Rate, "unit"),
        InputStock one => one.Opening.ToString(),
        GunPark one => $"{one.Guns} guns, {Brief(one.PerGun)} each",
        _ => throw new NotSupportedException($"A {part.Kind} has no numbers in an overview."),
    };

    private static string Lots(Items<Lot> lots) => lots.Count == 0 ? "empty at the start"
        : string.Join("; ", lots.Take(MostLots).Select(lot => $"{lot.Calibre}, {lot.Origin}: {Brief(lot.Amount)}"))
            + (lots.Count > MostLots ? FormattableString.Invariant($"; and {lots.Count - MostLots} more lots") : "");

    /// <summary>A path by its first and its last value, its factors multiplied out.</summary>
    private static string Brief(RatePath path, string what = "round")
    {
        string Of(Rate rate) =>
            Brief(rate with { Value = path.Factors.Aggregate(rate.Value, (product, factor) => product * factor) }, what);
        return path switch
        {
            ConstantPath one => Of(one.Rate),
            TablePath { Points: [var first, .., var last] } when first.Rate != last.Rate => $"{Of(first.Rate)} at {first.At}, "
                + $"{Of(last.Rate)} at {last.At}",
            TablePath { Points: [var first, ..] } => Of(first.Rate),
            FirstOrderPath one => $"{Of(one.From)}, from {one.Start} towards {Of(one.To)}",
            LogisticPath one => $"{Of(one.From)} to {Of(one.To)}, half of the change by {one.Midpoint}",
            _ => path.ToString(),
        };
    }

    private static string Brief(Rate rate, string what = "round") =>
        rate.Value.AtAGlance($"{what}{rate.PerTime}", $"{what}s{rate.PerTime}");

    private static string Brief(Rounds amount) => amount.Value.AtAGlance("round", "rounds");

    private static string Brief(Days time) => time.Value.AtAGlance("day", "days");

    private static IEnumerable<OverviewWay> Ways(Network network, Part part)
    {
        switch (part)
        {
            case Route one:
                yield return new(network.Name, one.From, one.To,
                    $"{one.Name}: {Brief(one.LeadTime)}" + (one.Capacity is null ? "" : $", up to {Brief(one.Capacity)}"));
                break;
            case ProductionLine one:
                yield return new(network.Name, one.Name, one.To, "");
                foreach (var input in one.Inputs) yield return new(network.Name, input.Stock, one.Name, "");
                break;
            case RefurbishmentWorks one:
                yield return new(network.Name, one.From, one.Name, "");
                yield return new(network.Name, one.Name, one.To, "");
                break;
            case InputSource one:
                yield return new(network.Name, one.Name, one.To, one.LeadTime is null ? "" : Brief(one.LeadTime));
                break;
            case Supplier { ReworkTo: { } reserve } one:
                yield return new(network.Name, one.Name, reserve, "rounds that need rework");
                break;
            case Consumer one:
                yield return new(network.Name, one.At, one.Name, "");
                foreach (var guns in one.Demands.Select(demand => demand.Guns).OfType<string>().Distinct())
                {
                    yield return new(network.Name, guns, one.Name, "");
                }
                break;
        }
    }
}
