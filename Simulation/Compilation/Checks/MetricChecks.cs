using Supply.Programs;

namespace Supply.Compilation;

/// <summary>Checks the metrics to record: a metric that nothing is ever booked under would silently be 0.</summary>
internal static class MetricChecks
{
    private const int LongestTrail = 36_525;

    public static void Run(Scenario scenario, Metrics metrics, TimeChecks times, Problems problems)
    {
        if (metrics.Every < 1) problems.Add("Metrics", $"Every is {metrics.Every} steps; it must be at least 1.");
        Trail("FillDays", metrics.FillDays, problems);
        Trail("BenchmarkDays", metrics.BenchmarkDays, problems);
        Trail("ShareDays", metrics.ShareDays, problems);
        Trail("RatioDays", metrics.RatioDays, problems);
        if (!(metrics.ExhaustionFill is >= 0 and <= 1))
        {
            problems.Add("Metrics", $"ExhaustionFill is {MessageText.Number(metrics.ExhaustionFill)}; it must lie in 0..1.");
        }
        foreach (var metric in metrics.Series.Where(metric => Quantities.Find(metric.Quantity) is { HasSeries: false }))
        {
            problems.Add($"Metric \"{metric}\"", "it has no series; record it as a scalar.");
        }

        foreach (var metric in metrics.Series.Concat(metrics.Scalars).Concat(metrics.Outcomes.Select(outcome => outcome.Metric)).Distinct())
        {
            Check(scenario, metric, problems);
        }
        var own = metrics.Outcomes.Select(outcome => outcome.Window).Distinct().Except(metrics.Windows);
        TimeWindow[] windows = [.. metrics.Windows, .. own];
        NameChecks.Unique(windows.Select(window => window.Name), "Metrics", "window", problems);
        foreach (var window in windows.Distinct())
        {
            NameChecks.Called(window.Name, "Metrics", "a window", problems);
            times.Window($"Window \"{window.Name}\"", window);
        }
    }

    /// <summary>Finds what is wrong with one metric in a scenario.</summary>
    public static void Check(Scenario scenario, Metric metric, Problems problems, string? calledHere = null)
    {
        if (scenario.Networks.Count == 0) return;
        var place = calledHere ?? $"Metric \"{metric}\"";
        var sides = scenario.Networks.Where(network => metric.Side is null || network.Name == metric.Side).ToArray();
        if (sides.Length == 0)
        {
            string[] known = [.. scenario.Networks.Select(network => network.Name)];
            problems.Add(place, $"no network \"{metric.Side}\".{Nearest.Hint(metric.Side!, known)}");
            return;
        }

        if (Quantities.Find(metric.Quantity) is null)
        {
            problems.Add(place, "there is no such quantity.");
            return;
        }

        if (metric.ComparesSides || metric.Opponent is not null || metric.Effects.Count > 0)
        {
            RatioChecks.Check(scenario, metric, problems, place);
            return;
        }

        Place(place, metric, sides, problems);
        Summed(place, metric, sides, problems);
        Kinds(place, metric, [.. sides.SelectMany(network => network.Parts)], problems);
    }

    private static void Trail(string what, int days, Problems problems)
    {
        if (days is < 1 or > LongestTrail) problems.Add("Metrics", $"{what} is {days}; it must lie in 1..{LongestTrail} days.");
    }

    private static void Place(string place, Metric metric, Network[] sides, Problems problems)
    {
        if (metric.Place is not { } name) return;
        if (metric.Row.Booking is not { } booking)
        {
            problems.Add(place, "it relates flows of different places; leave the place out, or narrow it by network.");
            return;
        }

        var found = (from network in sides from part in network.Parts where part.Name == name select (Side: network, Part: part)).ToArray();
        var known = sides.SelectMany(network => network.Parts.Where(part => booking.Has(part, network)))
            .Select(part => part.Name).Distinct().ToArray();
        if (found.Length == 0)
        {
            problems.Add(place, sides.SelectMany(network => network.Parts, (network, part) => $"{network.Name}/{part.Name}").Contains(name)
                ? $"the network is not part of the place; name it by itself, .On(\"{name.Split('/')[0]}\")."
                : $"no part \"{name}\".{Nearest.Hint(name, known)}");
        }
        else if (found.Length > 1)
        {
            problems.Add(place, $"\"{name}\" is in {found.Length} networks; narrow it by network, "
                + $"{string.Join(" or ", found.Select(one => $"\"{one.Side.Name}\""))}.");
        }
        else if (!booking.Has(found[0].Part, found[0].Side))
        {
            var what = booking.Instead(found[0].Part) ?? Files.PartShapes.WithArticle(found[0].Part);
            var others = known.Length > 0 ? Nearest.Hint(name, known) : $" It is counted at {booking.Words}, and there are none.";
            problems.Add(place,
                $"\"{name}\" is {what}; nothing is counted as {metric.QuantityName} there, so it would always be 0.{others}");
        }
    }

    private static void Summed(string place, Metric metric, Network[] sides, Problems problems)
    {
        if (metric is not { Row: { NotSummed: { } why, Booking: { } booking } }) return;
        int Values(Part part) => metric.Calibre is null ? booking.Values(part) : 1;
        var booked = sides.SelectMany(network => network.Parts.Where(part => booking.Has(part, network)))
            .Where(part => metric.Place is null || part.Name == metric.Place).Select(Values).DefaultIfEmpty(0);
        // Places of one name in several networks are another mistake.
        if ((metric.Place is null ? booked.Sum() : booked.Max()) > 1) problems.Add(place, why);
    }

    private static void Kinds(string place, Metric metric, Part[] parts, Problems problems)
    {
        if (metric.Row.NeedsOrigin && metric.Origin is null) problems.Add(place, $"a {metric.QuantityName} needs an origin.");
        if (metric.Row.Narrowing is var narrowing && narrowing.Refuses(metric))
        {
            problems.Add(place, narrowing.Refusal.Replace("{0}", metric.QuantityName, StringComparison.Ordinal));
        }
        else if (metric.Origin is { } origin && RoundKinds.Origins(parts) is var origins && !origins.Contains(origin.Name))
        {
            problems.Add(place, $"no rounds of origin \"{origin}\".{Nearest.Hint(origin.Name ?? "", origins)}");
        }

        if (metric.Calibre is { } calibre && RoundKinds.Calibres(parts) is var calibres && !calibres.Contains(calibre.Name))
        {
            problems.Add(place, $"no rounds of calibre \"{calibre}\".{Nearest.Hint(calibre.Name ?? "", calibres)}");
        }
    }
}
