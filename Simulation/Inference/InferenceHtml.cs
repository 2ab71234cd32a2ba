using Supply.Evidence;
using Supply.Studies;

namespace Supply.Inference;

/// <summary>Claims, posteriors and what follows from them, on a page.</summary>
internal static class InferenceHtml
{
    private const int MostLearnt = 15;

    public static string Words(Posterior posterior) => FormattableString.Invariant(
        $"posterior of \"{posterior.Scenario.Name}\", {posterior.Count:#,0} rows, {Fitted(posterior)} claims: {posterior.Verdict}");

    public static string Of(Posterior posterior) => Html.Heading($"Posterior of \"{posterior.Scenario.Name}\"")
        + Html.Paragraph(posterior.Verdict)
        + Html.Note(FormattableString.Invariant($"{posterior.Count:#,0} rows. {posterior.Provenance}"))
        + ClaimTables.Learnt(posterior, MostLearnt).ToHtml();

    public static string Of(Claim claim) => Html.Values($"Claim {claim.Id}",
        ("quantity", claim.Check.Quantity), ("published", $"{PlausibilityTable.Published(claim.Check)} {claim.Check.Unit}"),
        ("period", $"{(Moment)claim.From} to {(Moment)claim.To}"), ("witness", $"{claim.Witness}, reliability {claim.Reliability}"),
        ("error if it is not wrong", FormattableString.Invariant($"a factor of about {Math.Exp(claim.Error):0.00}")),
        ("prior probability that it is wrong", Percent(claim.Doubt)),
        ("weight among claims that repeat it", ReadableNumber.Digits(claim.Weight)));

    public static string Of(Foretold foretold) => Html.Table($"Claim {foretold.Claim} as the other witnesses see it",
        ["", .. Spreads.Columns],
        [["model without it", .. Spreads.Cells(foretold.Said)], ["predicted for it", .. Spreads.Cells(foretold.Predicted)]],
        [$"Plausibility {Percent(foretold.Plausibility)}."]);

    public static string Of(Influence influence) => Html.Table($"Without {influence.Witness}", ["reading", .. Spreads.Columns],
        [.. influence.Readings.Select(pair => (IReadOnlyList<string>)[pair.Key, .. Spreads.Cells(pair.Value)])],
        [FormattableString.Invariant($"{influence.Claims.Count} claims. {influence.Verdict}")]);

    public static string Of(Learnt learnt) => Html.Table(learnt.Words, ["", .. Spreads.Columns],
        [["before", .. Spreads.Cells(learnt.Prior)], ["after", .. Spreads.Cells(learnt.Posterior)]],
        [$"Learnt: {Percent(learnt.Contraction)}."]);

    public static string Of(Spread spread) => Html.Table("", ["", .. Spreads.Columns], [["value", .. Spreads.Cells(spread)]], []);

    public static string Of(SamplingDiagnostics diagnostics) => Html.Paragraph(diagnostics.Verdict)
        + Html.Table("Coordinates that mix worst", ["coordinate", "mean", "standard deviation", "effective size", "nested R-hat"],
            [.. diagnostics.Coordinates.OrderByDescending(one => one.NestedRHat).Take(MostLearnt).Select(one => (IReadOnlyList<string>)
            [
                one.Name, ReadableNumber.Digits(one.Mean), ReadableNumber.Digits(one.StandardDeviation),
                ReadableNumber.Digits(one.EffectiveSize), FormattableString.Invariant($"{one.NestedRHat:0.000}"),
            ])],
            [FormattableString.Invariant(
                $"{diagnostics.Simulations:#,0} runs, {diagnostics.Sweeps} sweeps, {diagnostics.Exponents} stages.")]);

    private static int Fitted(Posterior posterior) => posterior.Calibration.Claims.Count(posterior.Calibration.Fitted);

    private static string Percent(double share) => double.IsNaN(share) ? "undefined" : ReadableNumber.Number(share, Measure.Fraction);

    private static class Spreads
    {
        public static string[] Columns { get; } = ["5 %", "25 %", "median", "75 %", "95 %"];

        public static string[] Cells(Spread spread) =>
            [.. new[] { spread.Low90, spread.Low50, spread.Median, spread.High50, spread.High90 }.Select(ReadableNumber.Digits)];
    }
}
