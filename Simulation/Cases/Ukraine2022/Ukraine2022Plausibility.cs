using Supply.Evidence;

namespace Supply.Cases;

/// <summary>
/// The public record on Ukraine, its partners and the fire ratio, compared with <see cref="Baselines.BothSides"/>. Every row about them
/// is either a check or has a reason why it is not.
/// </summary>
internal static partial class Ukraine2022Plausibility
{
    private const string Russia = "Russia", Ukraine = Ukraine2022Case.Side;

    private static readonly Calibre[] all = [], of155 = [Calibre.Mm155];

    /// <summary>The record on Ukraine and on the fire ratio.</summary>
    public static CaseRecord Record => field ??= new(Baselines.BothSides, Baselines.Record, Checks)
    {
        Contradictions = Contradictions, NoCheck = NoCheck, Caution = ShippedWitnesses.Caution, Scopes = ShippedWitnesses.Scopes,
        ScopesDriftFrom = ShippedWitnesses.ScopesDriftFrom,
    };

    private static PlausibilityCheck[] Checks => [.. Partners(), .. Own(), .. Fire(), .. Ratios()];

    private static HashSet<string> Used => field ??= Russia2022Plausibility.UsedBy(Baselines.Ukraine2022);

    private static IEnumerable<PlausibilityCheck> Partners()
    {
        PlausibilityCheck From(Origin origin, string row, string? remark = null, Calibre[]? calibres = null, double? low = null,
            double? high = null) =>
            Flow($"{origin} dispatched", Quantity.Imported, row, origin, calibres ?? all, remark: remark, low: low, high: high);
        yield return From(Origin.UnitedStates, "E248");
        yield return From(Origin.UnitedStates, "E249");
        yield return From(Origin.EuropeanUnion, "E250", "stock track only");
        yield return From(Origin.EuropeanUnion, "E251");
        yield return From(Origin.EuropeanUnion, "E252", "delivered or in the pipeline, so a ceiling", low: double.NegativeInfinity,
            high: Russia2022Plausibility.Row("E252").Mid);
        // The Union's count includes a part of the Czech one: it is at most both together.
        foreach (var row in new[] { "E253", "E254", "E255", "E256" })
        {
            var check = From(Origin.EuropeanUnion, row,
                row is "E255" or "E256" ? "provided, may include pledges; the counts overlap" : "the counts overlap",
                low: Russia2022Plausibility.Row(row).Mid, high: double.PositiveInfinity);
            var czech = new Metric(Quantity.Imported) { Origin = Ukraine2022.CzechInitiative, Side = Ukraine }.Total();
            yield return check with { Quantity = "EU and Czech initiative dispatched",
                Reading = check.Reading! with { Metrics = check.Reading.Metrics.Add(czech) } };
        }

        yield return From(Ukraine2022.CzechInitiative, "E261", "the model holds tube rounds alone");
        yield return From(Ukraine2022.CzechInitiative, "E261", "500,000 of them, in the note", of155, 500_000, 500_000)
            with { Id = "E261-155", Quantity = "Czech initiative dispatched, 155 mm" };
        yield return From(Ukraine2022.CzechInitiative, "E262", "the model holds tube rounds alone");
        yield return From(Ukraine2022.CzechInitiative, "E263", "the model holds tube rounds alone");
        yield return From(Ukraine2022.CzechInitiative, "E263", "320,000 of them, in the note", of155, 320_000, 320_000)
            with { Id = "E263-155", Quantity = "Czech initiative dispatched, 155 mm" };
        yield return From(Ukraine2022.CzechInitiative, "E284", "the model holds tube rounds alone");
        yield return From(Ukraine2022.CzechInitiative, "E285", "the model holds tube rounds alone");
        yield return From(Ukraine2022.CzechInitiative, "E264", "the model holds tube rounds alone");
        yield return From(Ukraine2022.CzechInitiative, "E283", "the model holds tube rounds alone");
        yield return From(Ukraine2022.CzechInitiative, "E266", "funded, so a floor; the model holds tube rounds alone",
            high: double.PositiveInfinity);
    }

    private static IEnumerable<PlausibilityCheck> Own()
    {
        var row = Russia2022Plausibility.Row("E267");
        MetricSum Made(TimeWindow window) => new([new Metric(Quantity.Produced) { Side = Ukraine }.Total()], window);
        yield return Russia2022Plausibility.Ratio(
            "own production, half of 2024 over 2022", ["E267"], Made(Russia2022Plausibility.WindowOf(row)),
            Made(TimeWindow.Between(new(2022, 2, 24), new(2022, 12, 31))),
            scale: 311.0 / 365, remark: "with mortar bombs") with { Role = Role("E267", null), Cause = Causes.GetValueOrDefault("E267") };
    }

    private static IEnumerable<PlausibilityCheck> Fire()
    {
        string[] byDate =
        [
            "E103", "E104", "E110", "E105", "E106", "E107", "E109", "E111", "E112", "E113", "E114", "E115", "E116", "E117", "E118",
                "E119", "E120",
        ];
        return byDate.Select(row => Russia2022Plausibility.Row(row).Calibre == "155mm"
            ? Flow("fired, 155 mm", Quantity.Fired, row, null, of155)
            : Flow("fired, tube", Quantity.Fired, row, null, all, heldOut: row == "E117" ? "named only for the peak in its note" : null));
    }

    private static IEnumerable<PlausibilityCheck> Ratios()
    {
        foreach (var id in new[] { "E097", "E098", "E099", "E100", "E101", "E102" })
        {
            var row = Russia2022Plausibility.Row(id);
            var window = Russia2022Plausibility.WindowOf(row);
            yield return new PlausibilityCheck(
                [id], "fire ratio, Russia against Ukraine", $"{window.From} to {window.To}", row.Least, row.Most, "ratio")
            {
                Reading = new([Metric.FireRatio(Russia, Ukraine)], window), Role = Role(id, null), Cause = Causes.GetValueOrDefault(id),
            };
        }
    }

    private static PlausibilityCheck Flow(string words, Quantity quantity, string row, Origin? origin, Calibre[] calibres,
        string? heldOut = null, string? remark = null, double? low = null, double? high = null)
    {
        var check = Russia2022Plausibility.Flow(words, [quantity], [row], origin, calibres, heldOut, remark, low, high);
        var metrics = check.Reading!.Metrics.Select(metric => metric.On(Ukraine));
        return check with { Reading = check.Reading with { Metrics = Items.From(metrics) }, Role = Role(row, heldOut),
            Cause = Causes.GetValueOrDefault(row) };
    }

    private static EvidenceRole Role(string row, string? heldOut) =>
        heldOut is null && Used.Contains(row) ? EvidenceRole.Input : EvidenceRole.HeldOut;
}
