namespace Supply.Compilation;

/// <summary>Checks what is to be recorded.</summary>
internal static class MetricChecks
{
    public static void Run(Scenario scenario, Metrics metrics, Problems problems)
    {
        if (metrics.Every < 1) problems.Add("Metrics", $"Every is {metrics.Every} steps; it must be at least 1.");
        if (metrics.FillDays < 1) problems.Add("Metrics", $"FillDays is {metrics.FillDays}; it must be at least 1.");
        if (metrics.ShareDays < 1) problems.Add("Metrics", $"ShareDays is {metrics.ShareDays}; it must be at least 1.");
        if (!(metrics.ExhaustionFill is >= 0 and <= 1)) problems.Add("Metrics", $"ExhaustionFill is {Text.Number(metrics.ExhaustionFill)}; it must lie in 0..1.");
        foreach (var metric in metrics.Series.Where(metric => metric.Quantity == Quantity.Exhaustion))
        {
            problems.Add($"Metric \"{metric}\"", "it has no series; record it as a scalar.");
        }

        foreach (var metric in metrics.Series.Concat(metrics.Scalars).Distinct()) Check(scenario, metric, problems);
        ScenarioChecks.Duplicates(metrics.Windows.Select(window => window.Name), "Metrics", "window", problems);
        var values = new ValueChecks(scenario.Horizon, problems);
        foreach (var window in metrics.Windows) Check(window, values, problems);
    }

    private static void Check(Window window, ValueChecks values, Problems problems)
    {
        var place = $"Window \"{window.Name}\"";
        if (values.Moment(place, window.From, "From") & values.Moment(place, window.To, "To")
            && values.Horizon.DaysTo(window.To) < values.Horizon.DaysTo(window.From))
        {
            problems.Add(place, $"it ends at {window.To}, before it begins at {window.From}.");
        }
    }

    private static void Check(Scenario scenario, Metric metric, Problems problems)
    {
        var place = $"Metric \"{metric}\"";
        var sides = scenario.Networks.Where(network => metric.Side is null || network.Name == metric.Side).ToArray();
        if (sides.Length == 0)
        {
            problems.Add(place, $"no network \"{metric.Side}\".{Nearest.Hint(metric.Side!, [.. scenario.Networks.Select(network => network.Name)])}");
            return;
        }

        var parts = sides.SelectMany(network => network.Parts).ToArray();
        if (metric.Place is { } name && parts.All(part => part.Name != name))
        {
            problems.Add(place, $"no part \"{name}\".{Nearest.Hint(name, [.. parts.Select(part => part.Name)])}");
        }

        if (metric.Quantity == Quantity.Share && metric.Origin is null) problems.Add(place, "a share needs an origin.");
        if (metric.Origin is { } origin && Origins(parts) is var origins && !origins.Contains(origin.Name))
        {
            problems.Add(place, $"no rounds of origin \"{origin}\".{Nearest.Hint(origin.Name, origins)}");
        }

        if (metric.Calibre is { } calibre && Calibres(parts) is var calibres && !calibres.Contains(calibre.Name))
        {
            problems.Add(place, $"no rounds of calibre \"{calibre}\".{Nearest.Hint(calibre.Name, calibres)}");
        }

        var hasNoOrigin = metric.Quantity is Quantity.Required or Quantity.Shortfall or Quantity.FillRate or Quantity.DaysOfSupply or Quantity.Exhaustion;
        if (hasNoOrigin && metric.Origin is not null) problems.Add(place, "what is required has no origin; leave it out.");
        var hasNoPlace = metric.Quantity is Quantity.FillRate or Quantity.Share or Quantity.Exhaustion;
        if (hasNoPlace && metric.Place is not null) problems.Add(place, "it relates flows of different places; leave the place out, or narrow it by network.");
    }

    private static string[] Origins(IEnumerable<Part> parts) =>
    [
        .. parts.SelectMany(part => part switch
        {
            Stockpile stockpile => stockpile.Opening.Select(lot => lot.Origin.Name),
            Reserve reserve => reserve.Opening.Select(lot => lot.Origin.Name),
            ProductionLine line => [line.Origin.Name],
            Supplier supplier => [supplier.Origin.Name],
            _ => [],
        }).Distinct(),
    ];

    private static string[] Calibres(IEnumerable<Part> parts) =>
    [
        .. parts.SelectMany(part => part switch
        {
            Stockpile stockpile => stockpile.Opening.Select(lot => lot.Calibre.Name),
            Reserve reserve => reserve.Opening.Select(lot => lot.Calibre.Name),
            ProductionLine line => [line.Calibre.Name],
            Supplier supplier => supplier.Offers.Select(offer => offer.Calibre.Name),
            Consumer consumer => consumer.Demands.Select(demand => demand.Calibre.Name),
            _ => Enumerable.Empty<string>(),
        }).Distinct(),
    ];
}
