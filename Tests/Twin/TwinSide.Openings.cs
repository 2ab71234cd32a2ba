namespace Supply.Tests.Twin;

/// <content>Section 4 of MODEL.md: openings of routes.</content>
internal sealed partial class TwinSide
{
    private void OpenTransit(Route route)
    {
        var usual = lag[route.Name];
        if (route.Transit is PerShipmentTransit { Longest: var longest })
        {
            var days = Math.Min(Once(route, "leadTime", route.LeadTime.Value), Once(route, "transit/longest", longest.Value));
            usual = (int)Math.Min(horizon.Steps, Math.Max(1, Math.Floor(days / horizon.StepDays + 0.5)));
        }

        // In whole stages all of a kind of round are split together.
        var lots = new Dictionary<(Calibre, Origin), double>();
        foreach (var (i, one) in route.InTransit.Index())
        {
            var amount = rounding.Nearest(Once(route, $"inTransit/{i}", one.Amount.Value));
            int? arrives = one.Arrives is { } days
                ? (int)Math.Floor(Once(route, $"inTransit/{i}/arrives", days.Value) / horizon.StepDays + 0.5)
                : null;
            Add(transit, (route.Name, one.Calibre, one.Origin), amount);
            if (route.Transit is ErlangTransit) Add(lots, (one.Calibre, one.Origin), amount);
            else ways[route.Name].Open((one.Calibre, one.Origin), amount, arrives, usual);
        }

        foreach (var (cell, amount) in lots) ways[route.Name].Open(cell, amount, null, usual);
        foreach (var one in route.OnOrder)
        {
            onOrder[(route.Name, one.Calibre)] = rounding.Nearest(Once(route, $"onOrder/{one.Calibre}", one.Amount.Value));
        }
    }
}
