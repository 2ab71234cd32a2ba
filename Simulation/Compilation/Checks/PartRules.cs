using Supply.Programs;

namespace Supply.Compilation;

/// <summary>Rules that the shape of a part cannot express: which properties go together, and which need something of the network.</summary>
internal sealed partial class PartRules(Network network, NumberChecks numbers)
{
    private const int MonthsOfYear = 12;

    private Problems Problems => numbers.Problems;

    private TimeChecks Times => numbers.Times;

    public void Check(string place, Part part)
    {
        switch (part)
        {
            case Supplier supplier:
                Check(place, supplier);
                break;
            case Route route:
                Check(place, route);
                break;
            case Consumer consumer:
                Check(place, consumer);
                break;
            case GunPark park:
                Check(place, park);
                break;
            case ProductionLine { Throttle: { } throttle }:
                Check(place, "", throttle);
                break;
            case RefurbishmentWorks { Throttle: { } throttle }:
                Check(place, "", throttle);
                break;
            case InputSource source:
                NoTime(place, source);
                break;
            case Stockpile stockpile:
                Check(place, stockpile.Drawing);
                break;
            case Reserve reserve:
                Check(place, reserve.Drawing);
                break;
            case ProductionLine or RefurbishmentWorks or InputStock:
                break;
            default:
                throw new NotSupportedException($"{part.GetType().Name} has no rules; say so here if it needs none.");
        }
    }

    /// <summary>Parts that nothing needs or feeds. Where a name leads nowhere they may only seem so.</summary>
    public void CheckIdle(Func<Part, string> place)
    {
        foreach (var stock in Parts<InputStock>())
        {
            if (!Parts<ProductionLine>().Any(line => line.Inputs.Any(use => use.Stock == stock.Name)))
            {
                Problems.Add(place(stock), "no line uses it; name it among the inputs of a line, or leave it out.");
            }

            if (IsZero(stock.Opening.Value) && !Parts<InputSource>().Any(source => source.To == stock.Name))
            {
                Problems.Add(place(stock), "nothing can reach it: it opens empty, and no input source fills it.");
            }
        }

        foreach (var park in Parts<GunPark>())
        {
            if (Parts<Consumer>().Any(consumer => consumer.Demands.Any(demand => demand.Guns == park.Name))) continue;
            Problems.Add(place(park), "no demand is fired by it; name it under the guns of a demand, or leave it out.");
        }
    }

    private static bool IsZero(Uncertain number) => number is ExactlyValue { Value: 0 };

    private IEnumerable<T> Parts<T>() where T : Part => network.Parts.OfType<T>();

    private bool IsStockpile(string name) => Parts<Stockpile>().Any(stockpile => stockpile.Name == name);

    private void Check(string place, Drawing drawing)
    {
        foreach (var rule in drawing.Possible)
        {
            if (rule is DrawingChoice)
            {
                Problems.Add(place, "a case of its drawing is itself one of several; list all rules in one choice, with their weights.");
            }

            if (rule is not PreferenceDrawing preference) continue;
            if (preference.Origins.Count == 0)
            {
                Problems.Add(place, "its drawing prefers no origin; name one, or let it draw in proportion.");
            }

            var known = RoundKinds.Origins(network.Parts);
            foreach (var origin in preference.Origins.Distinct().Where(origin => !known.Contains(origin.Name)))
            {
                Problems.Add(place, $"its drawing prefers {origin}: no rounds of that origin.{Nearest.Hint(origin.Name ?? "", known)}");
            }
        }
    }

    private void Check(string place, GunPark park)
    {
        if (!IsZero(park.Reserve.Value) || (park.Cannibalised ?? park.Returned) is null) return;
        Problems.Add(place, "guns are taken from its reserve, but that opens empty; say how many guns are in reserve.");
    }

    private void Check(string place, Supplier supplier)
    {
        if (supplier.Offers.Count == 0) Problems.Add(place, "it offers no calibre; it needs at least one offer.");
        Condition(place, "", supplier.Rework, supplier.Useless, supplier.ReworkTo);
        if (supplier.FirstLots is { } lots) Condition(place, " of the first lots", lots.Rework, lots.Useless, supplier.ReworkTo);
        if (supplier.Account is { } account) Check(place, account);
        foreach (var offer in supplier.Offers)
        {
            if (offer.Throttle is { } throttle) Check(place, $" of {offer.Calibre}", throttle);
            if (offer is { Throttle: not null, Orders: null })
            {
                Problems.Add(place, $"the throttle of {offer.Calibre} cuts planned orders, and its offer has none; its route orders by a "
                    + "replenishment. Leave the throttle out.");
            }
        }
    }

    private void Check(string place, string of, Throttle throttle)
    {
        if (throttle.Counting.Count == 0)
        {
            Problems.Add(place, $"the throttle{of} counts no stockpile, so it has no cover to go by; name at least one.");
        }

        if (!numbers.Trusts(throttle.BeginsAt.Value, throttle.CompleteAt.Value)) return;
        var (begins, complete) = (Bounds.Of(throttle.BeginsAt.Value).High, Bounds.Of(throttle.CompleteAt.Value).Low);
        if (complete - begins >= Files.NumberRule.LeastDivisor) return;
        var exact = throttle.BeginsAt.Value is ExactlyValue && throttle.CompleteAt.Value is ExactlyValue;
        Problems.Add(place, $"the throttle{of} {(exact ? "begins" : "may begin")} at a cover of {MessageText.Days(begins)} and "
            + $"{(exact ? "is" : "may be")} complete at {MessageText.Days(complete)}; it must be complete at a higher cover than it "
            + "begins.");
    }

    /// <summary>The condition in which a supplier's rounds arrive.</summary>
    private void Condition(string place, string of, Fraction reworkShare, Fraction uselessShare, string? reworkTo)
    {
        if (!numbers.Trusts(reworkShare.Value, uselessShare.Value)) return;
        var (rework, useless) = (Bounds.Of(reworkShare.Value).High, Bounds.Of(uselessShare.Value).High);
        var exact = reworkShare.Value is ExactlyValue && uselessShare.Value is ExactlyValue;
        if (rework <= 1 && useless <= 1 && rework + useless > 1)
        {
            Problems.Add(place,
                $"rework and useless{of} together {(exact ? "are" : "may reach")} {MessageText.Reach(rework + useless, 1)}; they "
                + "must be at most 1.");
        }

        if (rework > 0 && reworkTo is null)
        {
            var hint = Nearest.Hint("", [.. Parts<Reserve>().Select(part => part.Name)]);
            Problems.Add(place,
                $"rework{of} {(exact ? "is" : "may reach")} {MessageText.Reach(rework, 0)}, but reworkTo names no reserve to take "
                + $"those rounds.{hint}");
        }
    }

    private void Check(string place, BarterAccount account)
    {
        foreach (var payment in account.Payments)
        {
            NameChecks.InAddress(payment.Good, place, "a good of its account", Problems);
            var from = payment.From is { } begin && Times.Kind(place, $"start of the payment with {payment.Good}", begin);
            if (payment.Until is not { } until || !Times.Kind(place, $"end of the payment with {payment.Good}", until)) continue;
            if (!from || Times.InOrder(payment.From!.Value, until)) continue;
            Problems.Add(place, $"the payment with {payment.Good} ends on {until}; it must end after it begins, {payment.From}.");
        }

        NameChecks.Unique(account.Payments.Select(payment => payment.Good), place, "good", Problems);
    }

    private void Check(string place, Consumer consumer)
    {
        if (consumer.Demands.Count == 0) Problems.Add(place, "it requires nothing; it needs at least one demand.");
        if (consumer.BacklogCost is not null && consumer.Unmet == Unmet.Lost)
        {
            Problems.Add(place, "it has a backlog cost, but what it does not get is lost; let it be backordered, or give a shortage cost.");
        }

        Wish(place, consumer);
        Mixes(place, consumer);
        if (consumer.Backordered.Count > 0 && consumer.Unmet == Unmet.Lost)
        {
            Problems.Add(place, "it has a backlog at the start, but what it does not get is lost; let it be backordered, or leave the "
                + "backlog out.");
        }

        foreach (var one in consumer.Backordered.Where(one => consumer.Demands.All(demand => demand.Calibre != one.Calibre)))
        {
            Problems.Add(place, $"it has a backlog of {one.Calibre} at the start, but it does not fire {one.Calibre}; leave that out.");
        }

        if (consumer.Rationing is CoverRationing rule && rule.Counting.Contains(consumer.At))
        {
            Problems.Add(place, $"rationing counts \"{consumer.At}\" twice; its own stockpile always counts, leave it out.");
        }
    }

    private void Wish(string place, Consumer consumer)
    {
        if (consumer.FollowsSupply is not { } follows)
        {
            foreach (var demand in consumer.Demands.Where(demand => demand.Ceiling is not null))
            {
                Problems.Add(place, $"its demand for {demand.Calibre} has a ceiling, but its wish is given; let its wish follow supply, or "
                    + "leave the ceiling out.");
            }

            return;
        }

        if (!numbers.Trusts(follows) || Bounds.Of(follows).High == 0) return;
        if (consumer.Rationing is not CoverRationing)
        {
            Problems.Add(place, "its wish follows supply, but nothing limits what it then fires; let its rationing be by cover, or "
                + "its wish be given.");
        }

        foreach (var demand in consumer.Demands.Where(demand => demand.Ceiling is null))
        {
            Problems.Add(place, $"its wish follows supply, but its demand for {demand.Calibre} has no ceiling; say how much it can fire at "
                + "most.");
        }

        if (consumer.Unmet == Unmet.Backordered)
        {
            Problems.Add(place, "its wish follows supply, so what it does not fire is not wanted later; let what is unmet be lost, or "
                + "its wish be given.");
        }
    }

    private void Mixes(string place, Consumer consumer)
    {
        Calibre[] required = [.. consumer.Demands.Select(demand => demand.Calibre)];
        foreach (var (index, mix) in consumer.Mixes.Index())
        {
            void Wrong(string what) => Problems.Add(place, $"mix {index + 1}: {what}");
            Calibre[] named = [.. mix.Calibres.Distinct()];
            if (named.Length < 2) Wrong("it has fewer than two calibres, and nothing to divide; name two, or leave it out.");
            foreach (var calibre in named.Except(required))
            {
                string[] names = [.. required.Select(one => one.ToString())];
                Wrong($"the consumer has no demand for {calibre}.{Nearest.Hint(calibre.ToString(), names)}");
            }

            foreach (var calibre in named.Where(one => consumer.Mixes.Take(index).Any(other => other.Calibres.Contains(one))))
            {
                Wrong($"{calibre} is in an earlier mix already; a calibre is in one mix at most.");
            }

            if (mix.Counting.Contains(consumer.At))
            {
                Wrong($"it counts \"{consumer.At}\" twice; the consumer's own stockpile always counts, leave it out.");
            }
        }

        if (consumer.Mixes.Count > 0 && consumer.Unmet == Unmet.Backordered)
        {
            Problems.Add(place,
                "it has a mix, so what is short of one calibre is made up for by another, and nothing is left to backorder; "
                + "let what is unmet be lost, or leave the mix out.");
        }

        foreach (var demand in consumer.Demands.Where(
            demand => demand.Weight is not null && !consumer.Mixes.Any(mix => mix.Calibres.Contains(demand.Calibre))))
        {
            Problems.Add(place, $"{demand.Calibre} has a weight, but is in no mix; name it in one, or leave the weight out.");
        }
    }
}
