using System.Globalization;
using Supply.Evidence;
using Supply.Studies;

namespace Supply.Inference;

/// <summary>Tables of what claims jointly imply.</summary>
public static class ClaimTables
{
    /// <summary>
    /// For each claim the published figure, what the other witnesses predict for it, how plausible that makes it, and how likely it is
    /// wrong. A claim that is only asked about is predicted by all witnesses.
    /// </summary>
    /// <param name="posterior">The posterior; with its influences the other witnesses predict, without them all witnesses do.</param>
    /// <param name="claims">The claims; null: all of its calibration. Default null.</param>
    public static Table Of(Posterior posterior, IEnumerable<Claim>? claims = null)
    {
        ArgumentNullException.ThrowIfNull(posterior);
        var byOthers = ByOthers(posterior);
        var rows = (claims ?? posterior.Calibration.Claims).Select(claim =>
        {
            var foretold = byOthers.GetValueOrDefault(claim.Id) ?? posterior.Foretell(claim);
            return Items.From<string>(
            [
                claim.Id, claim.Check.Quantity, $"{(Moment)claim.From} to {(Moment)claim.To}", claim.Witness,
                    PlausibilityTable.Published(claim.Check),
                Band(foretold.Said), Band(foretold.Predicted), claim.Check.Unit, Percent(foretold.Plausibility),
                    Percent(posterior.Holds(claim)), Percent(posterior.Wrong(claim)),
            ]);
        });
        return new("Claims, and what the other witnesses say",
            ["claim", "quantity", "period", "witness", "published", "model without it", "predicted for it", "unit", "plausibility", "holds",
                "wrong"],
            Items.From(rows),
            [
                "Median (5-95 %). \"Model without it\" is what the claims of all other witnesses imply; \"predicted for it\" adds the "
                    + "witness's scope and error.",
                "Plausibility: how often, according to the others, a figure at least as far out would be published if it were not wrong.",
                "Holds: the probability, given all claims, that it is true if taken literally, within a tenth. Wrong: that its error is "
                    + "not an ordinary one.",
                posterior.Verdict,
            ]);
    }

    /// <summary>The followed readings, before any claim and after all claims.</summary>
    /// <param name="posterior">The posterior.</param>
    /// <param name="replications">Replications that are not conditioned on anything. Default 4,000.</param>
    public static Table Readings(Posterior posterior, int replications = 4000)
    {
        ArgumentNullException.ThrowIfNull(posterior);
        var calibration = posterior.Calibration;
        var prior = calibration.Prior(replications).Skip(calibration.Claims.Count);
        return new("What all claims together imply: median (5-95 %)", ["reading", "before", "after"],
            Items.From(calibration.Followed.Zip(prior, (reading, before) => Items.From<string>(
                [reading.Id, Band(reading, Spread.Of(before)), Band(reading, Spread.Of(posterior.Reading(reading.Id)))]))), []);
    }

    /// <summary>How the main readings change when a witness is left out.</summary>
    /// <param name="posterior">A posterior with its influences.</param>
    /// <param name="readings">Ids of readings that were followed.</param>
    public static Table Influence(Posterior posterior, params string[] readings)
    {
        ArgumentNullException.ThrowIfNull(posterior);
        var followed = posterior.Calibration.Followed.ToDictionary(reading => reading.Id);
        Items<string> Row(string name, int claims, string verdict, Func<string, Spread> spread) =>
        [
            name, claims.ToString(CultureInfo.InvariantCulture), .. readings.Select(reading => Band(followed[reading], spread(reading))),
            Posterior.IsGood(verdict) ? "yes" : "no",
        ];
        var all = Row("(all witnesses)", posterior.Calibration.Claims.Count(posterior.Calibration.Fitted), posterior.Verdict,
            reading => Spread.Of(posterior.Reading(reading)));
        var left = posterior.Influences.OrderByDescending(one => one.Claims.Count).ToArray();
        var bad = left.Count(one => !one.IsUsable);
        return new("Without a witness: median (5-95 %)", ["without", "claims", .. readings, "usable"],
            Items.From(left.Select(one => Row(one.Witness, one.Claims.Count, one.Verdict, reading => one.Readings[reading])).Prepend(all)),
            bad == 0 ? [] :
            [
                string.Create(CultureInfo.InvariantCulture, $"Rows of {bad} of {left.Length} witnesses are not usable: the populations ")
                    + "had not agreed when the witness had been left out. Such a row tells a direction at most.",
            ]);
    }

    /// <summary>Claims that, taken literally, hold in almost no replication of the scenario.</summary>
    public static Table Impossible(Compatibility compatibility)
    {
        ArgumentNullException.ThrowIfNull(compatibility);
        return new("Claims that hold almost nowhere if taken literally",
            ["claim", "quantity", "period", "witness", "published", "unit", "holds in"],
            Items.From(compatibility.Impossible.Select(claim => Items.From<string>(
            [
                claim.Id, claim.Check.Quantity, $"{(Moment)claim.From} to {(Moment)claim.To}", claim.Witness,
                    PlausibilityTable.Published(claim.Check), claim.Check.Unit, Percent(compatibility.Alone(claim)),
            ]))),
            [string.Create(CultureInfo.InvariantCulture,
                $"Before any claim is believed, without scope factors: within a factor of {Claim.Tolerance} of the published range in less "
                + $"than {Percent(Compatibility.LeastAlone)} of the replications.")]);
    }

    /// <summary>
    /// Claims each of which may be true, but not together: those that exclude most others first, each with the claims it excludes; then
    /// triples of which no two exclude each other.
    /// </summary>
    /// <param name="compatibility">Which claims hold in which replications.</param>
    /// <param name="mostThrees">The most rows of triples.</param>
    public static Table Conflicts(Compatibility compatibility, int mostThrees = 15)
    {
        ArgumentNullException.ThrowIfNull(compatibility);
        var conflicts = compatibility.Conflicts();
        var pairs = conflicts.Where(conflict => conflict.Claims.Count == 2).ToList();
        var threes = conflicts.Where(conflict => conflict.Claims.Count > 2).ToArray();
        var rows = new List<Items<string>>();
        while (pairs.Count > 0)
        {
            var most = pairs.SelectMany(pair => pair.Claims).GroupBy(claim => claim.Id).OrderByDescending(group => group.Count()).First()
                .First();
            Claim[] excluded = [.. pairs.Where(pair => pair.Claims.Contains(most))
                .Select(pair => pair.Claims.First(claim => claim != most))];
            pairs.RemoveAll(pair => pair.Claims.Contains(most));
            rows.Add([Words(most), string.Join(", ", excluded.Select(claim => claim.Id)), Percent(compatibility.Alone(most))]);
        }

        rows.AddRange(threes.Take(mostThrees).Select(three => Items.From<string>(
            [Words(three.Claims[0]), $"{three.Claims[1].Id} together with {three.Claims[2].Id}",
                string.Join(", ", three.Alone.Select(Percent))])));
        return new("Claims that cannot be true together if taken literally", ["claim", "excludes", "alone"], Items.From(rows),
        [
            string.Create(CultureInfo.InvariantCulture,
                $"Each holds alone in the share given, within a factor of {Claim.Tolerance}; together in less than "
                + $"{Percent(Compatibility.MostTogether)} of what chance would give."),
            .. threes.Length > mostThrees ? [$"The worst {mostThrees} of {threes.Length} triples."] : Array.Empty<string>(),
        ]);
    }

    private static string Words(Claim claim) =>
        $"{claim.Id} ({claim.Witness}: {claim.Check.Quantity} {PlausibilityTable.Published(claim.Check)} {claim.Check.Unit}, "
            + $"{(Moment)claim.From} to {(Moment)claim.To})";

    /// <summary>How much was learnt about the inputs.</summary>
    /// <param name="posterior">The posterior.</param>
    /// <param name="most">The most rows.</param>
    public static Table Learnt(Posterior posterior, int most = 25)
    {
        ArgumentNullException.ThrowIfNull(posterior);
        return new("What was learnt about the uncertain numbers", ["number", "learnt", "before", "after"],
            Items.From(posterior.Learnt().Take(most)
                .Select(one => Items.From<string>([one.Words, Percent(one.Contraction), Band(one.Prior), Band(one.Posterior)]))),
            ["Learnt: 1 less the remaining variance, on the scale on which the prior is normal. Scopes are a witness's count over "
                + "the model's."]);
    }

    /// <summary>How well claims were predicted that the fit had not seen.</summary>
    public static Table Of(params Validation[] validations)
    {
        ArgumentNullException.ThrowIfNull(validations);
        return new("Prediction of claims not seen",
            ["held back", "claims", "in 50 %", "in 90 %", "score", "with an earlier figure", "score", "own extrapolation"],
            Items.From(validations.Select(one => Items.From<string>(
            [
                one.Split, one.Rows.Count.ToString(CultureInfo.InvariantCulture), Percent(one.Coverage50), Percent(one.Coverage90),
                    ReadableNumber.Digits(one.Score),
                one.AgainstNaive.Rows.ToString(CultureInfo.InvariantCulture), ReadableNumber.Digits(one.AgainstNaive.Score),
                    ReadableNumber.Digits(one.AgainstNaive.Naive),
            ]))),
            ["Score: continuous ranked probability score of the natural logarithm, 0 is best. Own extrapolation: the witness's last figure "
                + "of the kind, continued at its rate.", .. validations.Select(one => one.Caution).Where(caution => caution.Length > 0)]);
    }

    /// <summary>How well claims were predicted that the fit had not seen, by kind of quantity and by letter of the witness.</summary>
    /// <param name="validation">The predictions.</param>
    public static Table ByKind(Validation validation)
    {
        ArgumentNullException.ThrowIfNull(validation);
        Items<string> Row(string name, IReadOnlyList<Validated> rows)
        {
            var some = validation with { Rows = rows };
            return
            [
                name, rows.Count.ToString(CultureInfo.InvariantCulture), Percent(some.Coverage50), Percent(some.Coverage90),
                ReadableNumber.Digits(rows.Average(row => row.IntervalScore)), ReadableNumber.Digits(rows.Average(row => row.LogDensity)),
            ];
        }

        var kinds = validation.Rows.GroupBy(row => row.Claim.Kind).OrderBy(group => group.Key)
            .Select(group => Row(group.Key == DiscrepancyKind.None ? "other" : group.Key.ToString().ToLowerInvariant(), [.. group]));
        var letters = validation.Rows.GroupBy(row => row.Claim.Reliability).OrderBy(group => group.Key)
            .Select(group => Row($"letter {group.Key}", [.. group]));
        return new($"Prediction by kind and letter, {validation.Split}",
            ["of", "claims", "in 50 %", "in 90 %", "interval score", "log score"],
            [Row("all", validation.Rows), .. kinds, .. letters],
            ["Interval score of the 90 % interval, natural logarithm: its width and twenty times the miss, 0 is best. Log score: the mean "
                + "natural logarithm of the density of the published figure, the higher the better.",
                .. validation.Caution.Length > 0 ? new[] { validation.Caution } : []]);
    }

    /// <summary>The other witnesses' view of each claim.</summary>
    internal static Dictionary<string, Foretold> ByOthers(Posterior posterior) =>
        posterior.Influences.SelectMany(influence => influence.Claims).ToDictionary(foretold => foretold.Claim, StringComparer.Ordinal);

    private static string Band(Spread spread) =>
        $"{ReadableNumber.Digits(spread.Median)} ({ReadableNumber.Digits(spread.Low90)}-{ReadableNumber.Digits(spread.High90)})";

    /// <summary>A reading over another is a share.</summary>
    private static string Band(PlausibilityCheck reading, Spread spread) => reading.Over is null ? Band(spread)
        : $"{Percent(spread.Median)} ({Percent(spread.Low90)}-{Percent(spread.High90)})";

    private static string Percent(double share) => double.IsNaN(share) ? "" : ReadableNumber.Number(share, Measure.Fraction);
}
