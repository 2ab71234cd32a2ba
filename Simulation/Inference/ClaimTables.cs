using System.Globalization;
using Supply.Summary;

namespace Supply;

/// <summary>Tables of what claims jointly imply.</summary>
public static class ClaimTables
{
    /// <summary>
    /// For each claim what was published, what the other witnesses predict for it, how plausible that makes it, and how likely it is wrong. A claim
    /// that is only asked about is predicted by all witnesses.
    /// </summary>
    /// <param name="posterior">The posterior; with its influences the others predict, without them all witnesses do.</param>
    /// <param name="claims">Which; null: all of its calibration. Default null.</param>
    public static Table Of(Posterior posterior, IEnumerable<Claim>? claims = null)
    {
        ArgumentNullException.ThrowIfNull(posterior);
        var byOthers = ByOthers(posterior);
        var rows = (claims ?? posterior.Calibration.Claims).Select(claim =>
        {
            var foretold = byOthers.GetValueOrDefault(claim.Id) ?? posterior.Foretell(claim);
            return Items.From<string>(
            [
                claim.Id, claim.Check.Quantity, $"{(Moment)claim.From} to {(Moment)claim.To}", claim.Witness, PlausibilityTable.Published(claim.Check),
                Band(foretold.Said), Band(foretold.Predicted), claim.Check.Unit, Percent(foretold.Plausibility), Percent(posterior.Wrong(claim)),
            ]);
        });
        return new("Claims, and what the other witnesses say", ["claim", "quantity", "period", "witness", "published", "model without him", "predicted for him", "unit", "plausibility", "wrong"],
            Items.From(rows),
            [
                "Median (5-95 %). \"Model without him\" is what the claims of all other witnesses imply; \"predicted for him\" adds the witness's scope and error.",
                "Plausibility: how often a figure at least as far out would be published if it were not wrong. Wrong: the probability that it is, all claims considered.",
                posterior.Verdict,
            ]);
    }

    /// <summary>How the main readings move when a witness is left out.</summary>
    /// <param name="posterior">A posterior with its influences.</param>
    /// <param name="readings">Ids of readings that were followed.</param>
    public static Table Influence(Posterior posterior, params string[] readings)
    {
        ArgumentNullException.ThrowIfNull(posterior);
        var units = posterior.Calibration.Followed.ToDictionary(reading => reading.Id, reading => reading.Unit);
        Items<string> Row(string name, int claims, Func<string, Spread> spread) =>
            [name, claims.ToString(CultureInfo.InvariantCulture), .. readings.Select(reading => Band(spread(reading), units[reading]))];
        var all = Row("(all witnesses)", posterior.Calibration.Claims.Count, reading => Spread.Of(posterior.Reading(reading)));
        return new("Without a witness: median (5-95 %)", ["without", "claims", .. readings],
            Items.From(posterior.Influences.OrderByDescending(one => one.Claims.Count).Select(one => Row(one.Witness, one.Claims.Count, reading => one.Readings[reading])).Prepend(all)), []);
    }

    /// <summary>Claims that no replication of the scenario can make true, taken at their word.</summary>
    public static Table Impossible(Compatibility compatibility)
    {
        ArgumentNullException.ThrowIfNull(compatibility);
        return new("Claims that hold almost nowhere, at their word", ["claim", "quantity", "period", "witness", "published", "unit", "holds in"],
            Items.From(compatibility.Impossible.Select(claim => Items.From<string>(
            [
                claim.Id, claim.Check.Quantity, $"{(Moment)claim.From} to {(Moment)claim.To}", claim.Witness, PlausibilityTable.Published(claim.Check), claim.Check.Unit, Percent(compatibility.Alone(claim)),
            ]))),
            [string.Create(CultureInfo.InvariantCulture, $"Before anything is believed, without scope factors: within a factor of {Compatibility.Tolerance} of the published range in less than {Percent(Compatibility.LeastAlone)} of the replications.")]);
    }

    /// <summary>Claims each of which may be true, but not together.</summary>
    /// <param name="compatibility">What holds where.</param>
    /// <param name="most">The most rows.</param>
    public static Table Conflicts(Compatibility compatibility, int most = 30)
    {
        ArgumentNullException.ThrowIfNull(compatibility);
        var conflicts = compatibility.Conflicts();
        return new("Claims that cannot be true together, at their word", ["claims", "what they say", "each alone", "together", "by chance"],
            Items.From(conflicts.Take(most).Select(conflict => Items.From<string>(
            [
                string.Join(" + ", conflict.Claims.Select(claim => claim.Id)),
                string.Join("; ", conflict.Claims.Select(claim => $"{claim.Witness}: {claim.Check.Quantity} {PlausibilityTable.Published(claim.Check)} {claim.Check.Unit}")),
                string.Join(", ", conflict.Alone.Select(Percent)), Percent(conflict.Together), Percent(conflict.Expected),
            ]))),
            conflicts.Count > most ? [$"The worst {most} of {conflicts.Count}."] : []);
    }

    /// <summary>What was learnt of the inputs.</summary>
    /// <param name="posterior">The posterior.</param>
    /// <param name="most">The most rows.</param>
    public static Table Learnt(Posterior posterior, int most = 25)
    {
        ArgumentNullException.ThrowIfNull(posterior);
        return new("What was learnt of the uncertain numbers", ["number", "learnt", "before", "after"],
            Items.From(posterior.Learnt().Take(most).Select(one => Items.From<string>([one.Name, Percent(one.Contraction), Band(one.Prior), Band(one.Posterior)]))),
            ["Learnt: 1 less the variance that is left, where the prior is normal. Scopes are factors of what a witness counts over what the model counts."]);
    }

    /// <summary>How well claims were predicted that the fit had not seen.</summary>
    public static Table Of(params Validation[] validations)
    {
        ArgumentNullException.ThrowIfNull(validations);
        return new("Prediction of claims not seen", ["held back", "claims", "in 50 %", "in 90 %", "score", "with an earlier figure", "score", "own extrapolation"],
            Items.From(validations.Select(one => Items.From<string>(
            [
                one.Split, one.Rows.Count.ToString(CultureInfo.InvariantCulture), Percent(one.Coverage50), Percent(one.Coverage90), People.Digits(one.Score),
                one.AgainstNaive.Rows.ToString(CultureInfo.InvariantCulture), People.Digits(one.AgainstNaive.Score), People.Digits(one.AgainstNaive.Naive),
            ]))),
            ["Score: continuous ranked probability score of the natural logarithm, 0 is best. Own extrapolation: the witness's last figure of the kind, carried on at its rate."]);
    }

    /// <summary>What the other witnesses say about each claim.</summary>
    internal static Dictionary<string, Foretold> ByOthers(Posterior posterior) =>
        posterior.Influences.SelectMany(influence => influence.Claims).ToDictionary(foretold => foretold.Claim, StringComparer.Ordinal);

    private static string Band(Spread spread) => $"{People.Digits(spread.Median)} ({People.Digits(spread.Low90)}-{People.Digits(spread.High90)})";

    private static string Band(Spread spread, string unit) => unit == "ratio" ? $"{Percent(spread.Median)} ({Percent(spread.Low90)}-{Percent(spread.High90)})" : Band(spread);

    private static string Percent(double share) => double.IsNaN(share) ? "" : People.Number(share, "fraction");
}
