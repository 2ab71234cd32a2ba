namespace Supply.Tests.Twin;

/// <summary>Which origins leave a stockpile or reserve first: "Drawing" in section 4.</summary>
internal sealed partial class TwinSide
{
    // Of places that draw newest first; cohort 0 is the newest.
    private readonly Dictionary<(string Place, Calibre, Origin, int Cohort), double> cohorts = [];

    private static Drawing DrawingOf(Part place) => place is Stockpile stockpile ? stockpile.Drawing : ((Reserve)place).Drawing;

    /// <summary>The rule of a place in this replication.</summary>
    private Drawing RuleOf(string name)
    {
        var place = network.Parts.Single(part => part.Name == name);
        return DrawingOf(place) is DrawingChoice choice
            ? choice.Drawings[(int)Once(place, "drawing", choice.Choice)] : DrawingOf(place);
    }

    private IEnumerable<(string Place, NewestFirstDrawing Rule, Dictionary<(string, Calibre, Origin), double> State)> NewestFirst()
    {
        foreach (var place in network.Parts.Where(part => part is Stockpile or Reserve))
        {
            if (RuleOf(place.Name) is NewestFirstDrawing rule) yield return (place.Name, rule, place is Stockpile ? onHand : reserve);
        }
    }

    private void OpenCohorts()
    {
        foreach (var (place, rule, state) in NewestFirst())
        foreach (var ((where, calibre, origin), rounds) in state.Where(pair => pair.Key.Item1 == place))
            cohorts[(where, calibre, origin, rule.Cohorts - 1)] = rounds;
    }

    // Event 1.
    private void AgeCohorts()
    {
        foreach (var (place, rule, _) in NewestFirst())
        {
            var steps = Math.Max(1, (int)Math.Floor(((ExactlyValue)rule.Span.Value).Value / horizon.StepDays + 0.5));
            if (t == 0 || t % steps != 0) continue;
            foreach (var calibre in calibres)
            foreach (var origin in origins)
            for (var cohort = rule.Cohorts - 2; cohort >= 0; cohort--)
            {
                Add(cohorts, (place, calibre, origin, cohort + 1), cohorts.GetValueOrDefault((place, calibre, origin, cohort)));
                cohorts[(place, calibre, origin, cohort)] = 0;
            }
        }
    }

    /// <summary>Rounds come to a place.</summary>
    private void Put(Dictionary<(string, Calibre, Origin), double> state, string place, Calibre calibre, Origin origin, double rounds)
    {
        Add(state, (place, calibre, origin), rounds);
        if (RuleOf(place) is NewestFirstDrawing) Add(cohorts, (place, calibre, origin, 0), rounds);
    }

    /// <summary>A strike destroys rounds of a cell.</summary>
    private void Strike(string place, Calibre calibre, Origin origin, double lost, double fraction)
    {
        Add(onHand, (place, calibre, origin), -lost);
        if (RuleOf(place) is not NewestFirstDrawing rule) return;
        var there = Enumerable.Range(0, rule.Cohorts).Select(i => cohorts.GetValueOrDefault((place, calibre, origin, i))).ToArray();
        var parts = rounding.Whole ? TwinRounding.Split(there, lost) : [.. there.Select(one => one * fraction)];
        for (var i = 0; i < parts.Length; i++) Add(cohorts, (place, calibre, origin, i), -parts[i]);
    }

    /// <summary>Withdraws amounts, or their shares of what is there, as the drawing says; returns what each got.</summary>
    private double[] Draw(Dictionary<(string, Calibre, Origin), double> state, string place, Calibre calibre, double[] amounts,
        Action<Origin, int, double> taker)
    {
        var rule = RuleOf(place);
        if (rule is ProportionalDrawing) return Take(state, place, calibre, origins, amounts, taker);
        var pool = Pool(state, place, calibre);
        if (pool <= 0 || amounts.Length == 0) return new double[amounts.Length];
        var most = Math.Min(pool, rounding.Nearest(amounts.Sum()));
        if (rounding.Whole)
        {
            amounts = TwinRounding.Split(amounts, most);
            for (var i = 0; i < amounts.Length; i++)
                foreach (var (origin, rounds) in Leave(rule, state, place, calibre, amounts[i])) taker(origin, i, rounds);
            return amounts;
        }

        var all = amounts.Sum();
        if (all <= 0) return new double[amounts.Length];
        foreach (var (origin, rounds) in Leave(rule, state, place, calibre, most))
            for (var i = 0; i < amounts.Length; i++) taker(origin, i, rounds * (amounts[i] / all));
        return [.. amounts.Select(amount => amount * (most / all))];
    }

    /// <summary>The rounds of each origin that leave, one group after another.</summary>
    private Dictionary<Origin, double> Leave(
        Drawing rule, Dictionary<(string, Calibre, Origin), double> state, string place, Calibre calibre, double wanted)
    {
        var gone = origins.ToDictionary(origin => origin, _ => 0.0);
        if (rule is NewestFirstDrawing newest)
        {
            for (var cohort = 0; cohort < newest.Cohorts; cohort++)
            {
                var there = origins.Select(origin => cohorts.GetValueOrDefault((place, calibre, origin, cohort))).ToArray();
                foreach (var (o, part) in Given(there, ref wanted).Index())
                {
                    Add(cohorts, (place, calibre, origins[o], cohort), -part);
                    gone[origins[o]] += part;
                }
            }

            foreach (var origin in origins)
            {
                state[(place, calibre, origin)] =
                    Enumerable.Range(0, newest.Cohorts).Sum(cohort => cohorts.GetValueOrDefault((place, calibre, origin, cohort)));
            }

            return gone;
        }

        var listed = ((PreferenceDrawing)rule).Origins;
        foreach (var group in listed.Select(origin => new[] { origin }).Append([.. origins.Except(listed)]))
        {
            var there = group.Select(origin => state.GetValueOrDefault((place, calibre, origin))).ToArray();
            foreach (var (o, part) in Given(there, ref wanted).Index())
            {
                Add(state, (place, calibre, group[o]), -part);
                gone[group[o]] = part;
            }
        }

        return gone;
    }

    /// <summary>The part of what is wanted that a group has, of each of its cells; the rest is wanted still.</summary>
    private double[] Given(double[] there, ref double wanted)
    {
        var (pool, share) = (there.Sum(), Share(wanted, there.Sum()));
        var given = rounding.Whole ? TwinRounding.Split(there, Math.Min(wanted, pool)) : [.. there.Select(one => one * share)];
        wanted = Math.Max(0, wanted - pool);
        return given;
    }
}
