namespace Supply.Compilation;

/// <summary>Checks ships, accounts and announcements.</summary>
internal static class ShipmentChecks
{
    private const int MonthsOfYear = 12;

    public static void Run(string place, Supplier supplier, ValueChecks values, Problems problems)
    {
        if (supplier.Account is { } account) Account(place, account, values, problems);
        if (supplier.Announced is not { } announced) return;
        values.Times.Kind(place, "the announcement", announced.On);
        values.Days(place, "slip of the announced deal", announced.Slip);
        values.Fraction(place, "probability of the announced deal", announced.Probability);
    }

    public static void Run(string place, Route route, bool fromStockpile, ValueChecks values, Problems problems)
    {
        if (route.Preference < 0) problems.Add(place, $"preference is {route.Preference}; it must be at least 0.");
        if (fromStockpile && route.Preference != 0)
        {
            problems.Add(place, $"it has a preference but starts at the stockpile \"{route.From}\", whose routes share by their wishes; leave it out.");
        }

        if (route.Sailings is not { } sailings) return;
        if (fromStockpile) problems.Add(place, $"it has sailings but starts at the stockpile \"{route.From}\"; ships load what a supplier releases.");
        if (!fromStockpile && route.Replenishment is not null) problems.Add(place, "it has sailings and a replenishment; ships load what is released against the orders of offers, so give those and leave the replenishment out.");
        Calls(place, sailings.Timetable, values, problems);
        values.Constant(place, "containers per voyage", sailings.ContainersPerVoyage);
        values.Constant(place, "rounds per container", sailings.RoundsPerContainer);
        if (sailings.Storage is { } storage) values.Rounds(place, "storage at the port", storage);
        foreach (var factor in sailings.Factors) values.Factor(place, "factor of calls", factor);
        foreach (var (month, factor) in sailings.Months.Index()) values.Constant(place, $"calls in month {month + 1}", factor);
        if (sailings.Months.Count is not (0 or MonthsOfYear)) problems.Add(place, $"calls by month have {sailings.Months.Count} factors; there must be {MonthsOfYear}, from January to December.");
        if (sailings.Months.Count > 0) values.Times.Dated(place, "calls by month need");
    }

    private static void Calls(string place, Timetable timetable, ValueChecks values, Problems problems)
    {
        if (timetable is EveryTimetable every) values.Days(place, "interval of calls", every.Interval, above: true);
        if (timetable is not OnTimetable on) return;
        if (on.Calls.Count == 0) problems.Add(place, "its timetable has no calls; it needs at least one.");
        if (!on.Calls.Select(call => values.Times.Begins(place, "a call", call)).ToArray().All(fits => fits)) return;
        for (var i = 1; i < on.Calls.Count; i++)
        {
            if (values.Times.InOrder(on.Calls[i], on.Calls[i - 1])) problems.Add(place, $"it has a call on {on.Calls[i]} behind one on {on.Calls[i - 1]}; calls must be in order of time.");
        }
    }

    private static void Account(string place, BarterAccount account, ValueChecks values, Problems problems)
    {
        foreach (var payment in account.Payments)
        {
            NameChecks.NotBlank(payment.Good, place, "a good of its account", problems);
            values.Constant(place, $"payment with {payment.Good}", payment.PerMonth);
            if (payment.From is { } from) values.Times.Kind(place, $"the start of the payment with {payment.Good}", from);
            if (payment.Until is not { } until) continue;
            if (values.Times.Kind(place, $"the end of the payment with {payment.Good}", until) && payment.From is { } begin
                && values.Times.Kind(place, "", begin) && !values.Times.InOrder(begin, until))
            {
                problems.Add(place, $"the payment with {payment.Good} ends on {until}; it must end after it begins, {begin}.");
            }
        }

        NameChecks.Unique(account.Payments.Select(payment => payment.Good), place, "good", problems);
        values.Constant(place, "price", account.Price);
        values.Constant(place, "credit", account.Credit);
        values.AboveZero(place, "patience", account.Patience);
        values.Constant(place, "payment in advance", account.Opening);
        if (account.Reaction is { } reaction) values.Days(place, "reaction", reaction, above: true);
    }
}
