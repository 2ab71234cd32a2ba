namespace Supply.Studies;

/// <summary>The sentences and notes that the answers of a changed scenario and of a sweep share.</summary>
internal sealed class AnswerParts
{
    private const double Factor = 2;
    private const int MostDrivers = 3;
    private const double Most = 0.9;

    private readonly Study study;
    private readonly TimeWindow window;
    private readonly string? source;
    private readonly HashSet<string> missing = [];

    /// <param name="study">The study.</param>
    /// <param name="metric">The metric that was asked for.</param>
    /// <param name="window">The window.</param>
    /// <param name="scenarios">The results that the answer speaks about, in addition to the baseline.</param>
    /// <param name="source">Where the inputs come from; null: as the study says.</param>
    public AnswerParts(Study study, Metric metric, TimeWindow window, IReadOnlyList<ScenarioResult> scenarios, string? source)
    {
        (this.study, this.window, this.source, Results) = (study, window, source, [study.Baseline, .. scenarios]);
        Calibre[] calibres = metric.Calibre is null && metric.Row.Narrowing.Calibre
            ? [.. Answer.Calibres(study.Baseline.Scenario, metric.Side)] : [];
        if (calibres.Length == 1) calibres = [];
        Calibres = [.. calibres.Where(calibre => Has(metric.Of(calibre), $"\"{metric}\" of each calibre"))];
        Differ = calibres.Length > 1 && (Spread(Metric.FillRate, metric, calibres) || Spread(Metric.DaysOfSupply, metric, calibres));
        IsOneOfMany = calibres.Length > 1 && metric.Kind is not (QuantityKind.Flow or QuantityKind.Level);
        Asked = metric;
    }

    /// <summary>The metric that was asked for.</summary>
    public Metric Asked { get; }

    /// <summary>The baseline, then the others.</summary>
    public IReadOnlyList<ScenarioResult> Results { get; }

    /// <summary>The calibres of which the metric was recorded; none if it is that of one calibre, or has none.</summary>
    public IReadOnlyList<Calibre> Calibres { get; }

    /// <summary>Whether fill rates or days of supply of calibres differ by more than a factor of two somewhere.</summary>
    public bool Differ { get; }

    /// <summary>Whether a number for all artillery would hide calibres that differ.</summary>
    public bool HidesCalibres => IsOneOfMany && Differ && Calibres.Count > 0;

    private bool IsOneOfMany { get; }

    public Scenario Baseline => study.Baseline.Scenario;

    /// <summary>The time that a value is of, at the beginning of a sentence.</summary>
    public string Over
    {
        get
        {
            var end = window.CountedIn(study.Baseline.Horizon).To;
            return Asked.Row.IsOfTheEnd ? $"{(end.Date is null ? "After" : "On")} {end}"
                : window.Name.StartsWith("from ", StringComparison.Ordinal) ? "F" + window.ToString(study.Baseline.Horizon)[1..]
                : $"Over {window.ToString(study.Baseline.Horizon)}";
        }
    }

    /// <summary>Whether a metric was recorded in all results; if not, a note says so.</summary>
    public bool Has(Metric metric, string words)
    {
        if (Results.All(result => result.Has(metric, window))) return true;
        missing.Add(words);
        return false;
    }

    public PairedChange Change(Metric metric, ScenarioResult with) => Change(metric, study.Baseline, with);

    public PairedChange Change(Metric metric, ScenarioResult without, ScenarioResult with) =>
        new(without.Scalar(metric, window), with.Scalar(metric, window), study.Randomisations);

    /// <summary>The calibre with the largest change in relation to what it was, or null if none changes.</summary>
    public Calibre? MostChanged(ScenarioResult without, ScenarioResult with)
    {
        var changes = Calibres.Select(calibre => (Calibre: calibre, Change: Change(Asked.Of(calibre), without, with))).ToArray();
        return changes.Length == 0 ? null : changes.MaxBy(one => Size(one.Change)).Calibre;

        static double Size(PairedChange change) =>
            double.IsFinite(change.Mean.Value) && change.Without.Value > 0 ? Math.Abs(change.Mean.Value / change.Without.Value) : 0;
    }

    /// <summary>
    /// Which calibres carry a change of a sum of rounds, for example <c>152 mm carries 92 %</c>; null if it cannot be said.
    /// </summary>
    public string? Carried(ScenarioResult without, ScenarioResult with, PairedChange all)
    {
        if (Calibres.Count < 2 || Asked.Kind is not (QuantityKind.Flow or QuantityKind.Level) || all.Mean.IsNoise) return null;
        var parts = Calibres.Select(calibre => (calibre.Name, Change: Change(Asked.Of(calibre), without, with)))
            .Select(one => (one.Name, one.Change, Part: Part(one.Change, all))).OrderByDescending(one => one.Part.Value).ToArray();
        var carriers = parts.TakeWhile((_, i) => parts.Take(i).Sum(one => one.Part.Value) < Most).ToArray();
        var still = parts.Skip(carriers.Length).Where(one => one.Change.IsLittle).Select(one => one.Name).ToArray();
        return AnswerText.List(carriers.Select((one, i) => $"{one.Name} {(i == 0 ? "carries " : "")}{one.Part.Text(Measure.Fraction)}"))
            + (still.Length == 0 ? "" : $", while {AnswerText.List(still)} hardly {(still.Length == 1 ? "changes" : "change")}");
    }

    /// <summary>The chance of exhaustion without and with a change, for one calibre or for all.</summary>
    public string? Exhaustion(Calibre? calibre, ScenarioResult with)
    {
        var metric = ExhaustionOf(calibre);
        return Results.All(result => result.Has(metric, window))
            ? $"{Reached(metric, study.Baseline).Probability()} -> {Reached(metric, with).Probability()}"
            : null;
    }

    public string? Exhaustion(ScenarioResult result, Calibre? calibre) =>
        Has(ExhaustionOf(calibre), "exhaustion") ? Reached(ExhaustionOf(calibre), result).Probability() : null;

    public Metric ExhaustionOf(Calibre? calibre) => Metric.Exhaustion with { Side = Asked.Side, Calibre = calibre };

    public Estimate Reached(Metric metric, ScenarioResult result) =>
        study.ValuesOf(result.Scalar(metric, window)).Share(double.IsFinite);

    /// <summary>The inputs on which a change hinges, in a sentence.</summary>
    /// <param name="metric">The metric.</param>
    /// <param name="changed">The changed scenario; null: the metric itself in the baseline.</param>
    /// <param name="what">The subject of the sentence.</param>
    public string HingesOn(Metric metric, Scenario? changed, string what)
    {
        var drivers = Drivers.Of(study, metric, changed, window, onlyRanks: true);
        var found = drivers.StandingOut;
        if (drivers.IsConstant || found.Count == 0) return drivers.Verdict;
        var words = found.GroupBy(driver => driver.Family).Take(MostDrivers).Select((family, i) =>
            $"{Name(family)} ({(i == 0 ? Levels(family.First(), drivers) : Strength(family.First(), drivers, i))})");
        return $"{what} hinges on {AnswerText.List(words)}; {AnswerText.Number(found.Count)} of "
            + $"{AnswerText.Number(drivers.All.Count)} uncertain inputs {(found.Count == 1 ? "stands" : "stand")} out from chance.";
    }

    /// <summary>Noise, inputs, discrepancy, what is left out, and what was not recorded.</summary>
    /// <param name="noise">The largest noise of a median that is shown.</param>
    /// <param name="metric">The metric that is shown.</param>
    /// <param name="undefined">Replications that are left out because a value is undefined.</param>
    public Items<string> Notes(double noise, Metric metric, int undefined)
    {
        var ensemble = study.Ensemble;
        var notes = new List<string> { Inputs(study, noise, metric.Measure.OfDifferences, source) };
        if (missing.Count > 0)
        {
            notes.Add($"Not said, because not recorded: {AnswerText.List(missing.Order(StringComparer.Ordinal))}; record it with "
                + $"Record: Answer.Record(...), with this metric and window ({window.Name}).");
        }
        if (study.Baseline.HasDiscrepancy(metric))
        {
            notes.Add($"{new MetricWords(metric with { Calibre = null }).Capital} contain what the model leaves out (discrepancy); "
                + "fill rate, days of supply and exhaustion do not.");
        }
        if (Differ && Calibres.Count > 0)
        {
            notes.Add("Calibres differ by more than a factor of two in fill rate or days of supply: these and exhaustion are given for "
                + "single calibres only.");
        }
        else if (IsOneOfMany && Calibres.Count == 0)
        {
            notes.Add("It adds calibres up, and one of them can be short while others pile up.");
        }
        if (Results.All(result => result.Has(ExhaustionOf(null), window)))
        {
            var (days, least) = (ensemble.Record!.FillDays, new Estimate(ensemble.Record.ExhaustionFill, 0).Text(Measure.Fraction));
            notes.Add($"Exhausted: {days} days of fire below {least} of what is wanted"
                + (StudyTables.MayFollowSupply(Baseline) ? ", or, where the wish follows supply, of the year before." : "."));
        }
        if (undefined > 0) notes.Add($"{AnswerText.Number(undefined)} replications, in which it is undefined or failed, are left out.");
        return Items.From(notes);
    }

    /// <summary>The baseline, where the inputs come from, and by how much another seed would move what is shown.</summary>
    /// <param name="study">The study.</param>
    /// <param name="noise">The largest noise of a median that is shown.</param>
    /// <param name="measure">Its measure.</param>
    /// <param name="source">Where the inputs come from; null: as the study says.</param>
    public static string Inputs(Study study, double noise, Measure measure, string? source)
    {
        var ensemble = study.Ensemble;
        var unit = MetricWords.Bracketed(measure);
        var moved = noise > 0 && double.IsFinite(noise)
            ? $"another seed would move its medians by about {new Estimate(noise, noise / 4).Text(measure)}{unit}"
            : noise > 0 ? "one replication does not show by how much another seed would move it"
            : "another seed would not move its medians";
        var inputs = source is not null ? $"inputs: {source}"
            : study.Source.Length > 0 ? $"inputs: {char.ToLowerInvariant(study.Source[0])}{study.Source[1..].TrimEnd('.')}"
            : study.IsGiven ? "inputs are given (posterior)" : "inputs are drawn from their ranges (prior)";
        return $"Baseline: \"{study.Baseline.Scenario.Name}\"; {inputs}. {AnswerText.Number(ensemble.Replications)} "
            + $"{(ensemble.Replications == 1 ? "replication" : "replications")}, seed {ensemble.Seed}"
            + $"{(study.Randomisations is null ? "" : $", Sobol points in {Maths.SobolDraws.Randomisations} randomisations")}: {moved}."
            + string.Concat(study.Steps.Take(1).Select(steps => $" {steps}"));
    }

    /// <summary>The 90 % band of a metric in one scenario.</summary>
    public string Band(Metric metric, ScenarioResult result)
    {
        var values = study.ValuesOf(result.Scalar(metric, window));
        return values.Count == 0 ? "undefined"
            : $"{values.Quantile(0.05).Text(metric.Measure)} to {values.Quantile(0.95).Text(metric.Measure)}";
    }

    private static Estimate Part(PairedChange part, PairedChange all)
    {
        var (share, relative) = (part.Mean.Value / all.Mean.Value, Math.Abs(all.Mean.Noise / all.Mean.Value));
        return new(share, Math.Abs(share) * relative * Math.Sqrt(Math.Max(0, 1 - Math.Abs(share))));
    }

    private bool Spread(Metric of, Metric asked, Calibre[] calibres)
    {
        Metric[] metrics = [.. calibres.Select(calibre => of with { Side = asked.Side, Calibre = calibre })];
        if (!metrics.All(metric => Has(metric, "fill rate and days of supply of each calibre"))) return false;
        return Results.Any(result =>
        {
            double[] medians = [.. metrics.Select(metric => result.Distribution(metric, window).Median).Where(double.IsFinite)];
            return medians.Length > 1 && medians.Max() > Factor * medians.Min();
        });
    }

    private static string Name(IGrouping<string, Driver> family) => family.Count() == 1 ? family.First().Name
        : $"{family.Key}, {AnswerText.Number(family.Count())} of them";

    /// <summary>The outcome at the ends of the strongest input, or in its cases.</summary>
    private static string Levels(Driver driver, Drivers drivers) => driver.IsChoice
        ? AnswerText.List(driver.Levels.Select(level => $"\"{level.Name}\" {Drivers.Text(level, drivers.OutcomeMeasure)}"))
        : AnswerText.List(driver.Levels.Select(level => $"{Drivers.Text(level, drivers.OutcomeMeasure)} at its {level.Name}"));

    private static string Strength(Driver driver, Drivers drivers, int place)
    {
        var noise = (1 - (driver.Correlation * driver.Correlation)) / Math.Sqrt(drivers.Replications);
        return (place == 1 ? "rank correlation " : "") + new Estimate(driver.Correlation, noise).Text(Measure.Ratio);
    }
}
