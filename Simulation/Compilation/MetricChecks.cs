namespace Supply.Compilation;

/// <summary>Checks what is to be recorded: a metric that nothing is ever booked under would be 0 without a word.</summary>
internal static class MetricChecks
{
    private const int LongestTrail = 36_525;

    public static void Run(Scenario scenario, Metrics metrics, TimeChecks times, Problems problems)
    {
        if (metrics.Every < 1) problems.Add("Metrics", $"Every is {metrics.Every} steps; it must be at least 1.");
        Trail("FillDays", metrics.FillDays, problems);
        Trail("ShareDays", metrics.ShareDays, problems);
        Trail("RatioDays", metrics.RatioDays, problems);
        if (!(metrics.ExhaustionFill is >= 0 and <= 1)) problems.Add("Metrics", $"ExhaustionFill is {Text.Number(metrics.ExhaustionFill)}; it must lie in 0..1.");
        foreach (var metric in metrics.Series.Where(metric => metric.Quantity == Quantity.Exhaustion))
        {
            problems.Add($"Metric \"{metric}\"", "it has no series; record it as a scalar.");
        }

        foreach (var metric in metrics.Series.Concat(metrics.Scalars).Concat(metrics.Outcomes.Select(outcome => outcome.Metric)).Distinct()) Check(scenario, metric, problems);
        NameChecks.Unique(metrics.Windows.Select(window => window.Name), "Metrics", "window", problems);
        foreach (var window in metrics.Windows.Concat(metrics.Outcomes.Select(outcome => outcome.Window)).Distinct())
        {
            NameChecks.NotBlank(window.Name, "Metrics", "a window", problems);
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
            problems.Add(place, $"no network \"{metric.Side}\".{Nearest.Hint(metric.Side!, [.. scenario.Networks.Select(network => network.Name)])}");
            return;
        }

        if (metric.ComparesSides || metric.Opponent is not null || metric.Effects.Count > 0)
        {
            RatioChecks.Check(scenario, metric, problems, place);
            return;
        }

        if (!Enum.IsDefined(metric.Quantity)) problems.Add(place, "there is no such quantity.");
        Place(place, metric, sides, problems);
        Kinds(place, metric, [.. sides.SelectMany(network => network.Parts)], problems);
    }

    private static void Trail(string what, int days, Problems problems)
    {
        if (days is < 1 or > LongestTrail) problems.Add("Metrics", $"{what} is {days}; it must lie in 1..{LongestTrail} days.");
    }

    private static void Place(string place, Metric metric, Network[] sides, Problems problems)
    {
        if (metric.Place is not { } name) return;
        if (metric.Quantity is Quantity.FillRate or Quantity.Share or Quantity.Exhaustion)
        {
            problems.Add(place, "it relates flows of different places; leave the place out, or narrow it by network.");
            return;
        }

        var found = (from network in sides from part in network.Parts where part.Name == name select (Side: network, Part: part)).ToArray();
        var known = sides.SelectMany(network => network.Parts.Where(part => Books(metric.Quantity, part, network))).Select(part => part.Name).Distinct().ToArray();
        if (found.Length == 0)
        {
            problems.Add(place, sides.SelectMany(network => network.Parts, (network, part) => $"{network.Name}/{part.Name}").Contains(name)
                ? $"the network is not part of the place; name it by itself, .On(\"{name.Split('/')[0]}\")."
                : $"no part \"{name}\".{Nearest.Hint(name, known)}");
        }
        else if (found.Length > 1)
        {
            problems.Add(place, $"\"{name}\" is in {found.Length} networks; narrow it by network, {string.Join(" or ", found.Select(one => $"\"{one.Side.Name}\""))}.");
        }
        else if (!Books(metric.Quantity, found[0].Part, found[0].Side))
        {
            var what = found[0].Part is Route && metric.Quantity == Quantity.Dispatched ? "a route from a supplier, whose rounds are imported" : Files.Parts.WithArticle(found[0].Part);
            problems.Add(place, $"\"{name}\" is {what}; nothing is counted as {metric.QuantityName} there, so it would always be 0.{Nearest.Hint(name, known)}");
        }
    }

    /// <summary>Whether a part of a network has this quantity.</summary>
    private static bool Books(Quantity quantity, Part part, Network network) => quantity switch
    {
        Quantity.Produced => part is ProductionLine,
        Quantity.Refurbished => part is RefurbishmentWorks,
        Quantity.Ordered or Quantity.Imported or Quantity.SupplierProduction or Quantity.HeldByStock or Quantity.HeldByExportLimit
            or Quantity.HeldByRoute or Quantity.HeldBySailings or Quantity.Exportable => part is Supplier,
        Quantity.HeldByWillingness or Quantity.Paid or Quantity.Debited or Quantity.AccountCredit or Quantity.AccountDebt or Quantity.Willingness
            => part is Supplier { Account: not null },
        Quantity.Voyages or Quantity.AtPort => part is Route { Sailings: not null },
        Quantity.Dispatched => part is Route route && network.Parts.Any(from => from is Stockpile && from.Name == route.From),
        Quantity.Received or Quantity.InTransit => part is Route,
        Quantity.Required or Quantity.Fired or Quantity.EffectiveFired or Quantity.Shortfall or Quantity.ShortOfRounds => part is Consumer,
        Quantity.ShortOfGuns or Quantity.ShortOfBarrels => part is Consumer consumer && consumer.Demands.Any(demand => demand.Guns is not null),
        >= Quantity.BarrelsMade and <= Quantity.GunsReturned or >= Quantity.GunsInService and <= Quantity.SpareBarrels => part is GunPark,
        Quantity.OrdersPlaced or Quantity.OrderCount or Quantity.OnOrder => part is Route route && OrderingRoutes.Orders(route),
        Quantity.Backordered => part is Consumer { Unmet: Unmet.Backordered },
        Quantity.HoldingCost => part is Stockpile { HoldingCost: not null } or Route { HoldingCost: not null },
        Quantity.OrderingCost => part is Route { UnitCost: not null } or Route { FixedCost: not null } or ProductionLine { UnitCost: not null } or Supplier { UnitCost: not null },
        Quantity.ShortageCost => part is Route { BacklogCost: not null } or Consumer { ShortageCost: not null } or Consumer { BacklogCost: not null },
        Quantity.Cost => Books(Quantity.HoldingCost, part, network) || Books(Quantity.OrderingCost, part, network) || Books(Quantity.ShortageCost, part, network) || Books(Quantity.InputCost, part, network),
        Quantity.Lost => part is Route or Stockpile,
        Quantity.Rejected => part is ProductionLine or RefurbishmentWorks or Route,
        Quantity.Reserve => part is Reserve,
        Quantity.InputSupplied or Quantity.InputBlocked or Quantity.InputLost or Quantity.InputUnderWay => part is InputSource,
        Quantity.InputCost => part is InputSource { UnitCost: not null },
        Quantity.HeldByInput or Quantity.InputUsed or Quantity.InputOnHand => part is InputStock,
        _ => part is Stockpile,
    };

    private static void Kinds(string place, Metric metric, Part[] parts, Problems problems)
    {
        if (metric.Quantity == Quantity.Share && metric.Origin is null) problems.Add(place, "a share needs an origin.");
        if (metric is { Quantity: Quantity.Willingness, Place: null } && parts.Count(part => part is Supplier { Account: not null }) > 1)
        {
            problems.Add(place, "several suppliers have an account, and shares do not add up; name one of them.");
        }

        var hasNoOrigin = metric.Quantity is Quantity.Required or Quantity.Shortfall or Quantity.Backordered or Quantity.ShortOfRounds or Quantity.ShortOfGuns or Quantity.ShortOfBarrels or Quantity.FillRate or Quantity.DaysOfSupply or Quantity.Exhaustion;
        var isOrder = metric.IsCost || metric.Quantity is Quantity.OrdersPlaced or Quantity.OrderCount or Quantity.OnOrder;
        if (metric.CountsThings && (metric.Calibre is not null || metric.Origin is not null))
        {
            problems.Add(place, $"{metric.QuantityName} counts no rounds and has no calibre or origin; leave them out.");
        }
        else if ((hasNoOrigin || isOrder) && metric.Origin is not null)
        {
            problems.Add(place, hasNoOrigin ? "what is required has no origin; leave it out." : "orders and costs have no origin; leave it out.");
        }
        else if (metric.Origin is { } origin && Census.Origins(parts) is var origins && !origins.Contains(origin.Name))
        {
            problems.Add(place, $"no rounds of origin \"{origin}\".{Nearest.Hint(origin.Name ?? "", origins)}");
        }

        if (metric.Calibre is { } calibre && Census.Calibres(parts) is var calibres && !calibres.Contains(calibre.Name))
        {
            problems.Add(place, $"no rounds of calibre \"{calibre}\".{Nearest.Hint(calibre.Name ?? "", calibres)}");
        }
    }
}
