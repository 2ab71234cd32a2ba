using Supply.Studies;

namespace Supply.Analysis;

/// <summary>
/// Whether the replications of a study are enough: the noise of its numbers, one standard error, by which another seed moves them.
/// </summary>
/// <param name="Numbers">Every number that was looked at, the least settled first.</param>
/// <param name="Replications">Replications of the study.</param>
[TypeFormatterSource(typeof(NotebookFormats))]
public sealed record Enough(Items<MonteCarloNumber> Numbers, int Replications) : IShown
{
    // Noise below this part of the band is not seen in a figure or a table of two digits.
    private const double OfBand = 0.05;
    private const int MostRows = 20;

    /// <summary>Whether replications are points of a design, whose noise is that between its randomisations.</summary>
    internal bool AreDesigned { get; init; }

    /// <summary>Whether all noise is below a twentieth of the band, or of the probability scale.</summary>
    public bool IsEnough => Numbers.All(number => number.Relative <= OfBand);

    internal static Enough Of(Study study, Metric[] metrics)
    {
        Outcome[] asked = [.. study.Baseline.Recorded.Where(one => metrics.Length == 0 || metrics.Contains(one.Metric)).Distinct()];
        if (metrics.FirstOrDefault(metric => asked.All(one => one.Metric != metric)) is { } missing) study.Baseline.Scalar(missing);
        var numbers = new List<MonteCarloNumber>();
        foreach (var (metric, window) in asked)
        {
            foreach (var result in study.Scenarios)
            {
                var name = $"{study.NameOf(metric)}, {window.Name}, \"{result.Scenario.Name}\"";
                numbers.AddRange(Of(name, metric.Measure, metric.Kind == QuantityKind.Date,
                    study.ValuesOf(result.Scalar(metric, window))));
                if (result == study.Baseline || metric.Kind == QuantityKind.Date) continue;
                numbers.AddRange(Of($"{name}, difference", metric.Measure.OfDifferences, false,
                    study.ValuesOf(UncertainInputs.Outcome(study, metric, result.Scenario, window))));
            }
        }

        return new(Items.From(numbers.OrderByDescending(number => number.Relative)), study.Ensemble.Replications)
        {
            AreDesigned = study.Randomisations is not null,
        };
    }

    private static IEnumerable<MonteCarloNumber> Of(string name, Measure measure, bool isDate, RunValues values)
    {
        if (values.Count == 0) yield break;
        if (isDate)
        {
            var share = values.Share(double.IsFinite);
            yield return new($"{name}: probability", Measure.Fraction, share.Value, share.Noise, 1);
            yield break;
        }

        var (low, middle, high) = (values.Quantile(0.05), values.Median, values.Quantile(0.95));
        var band = high.Value - low.Value;
        if (!double.IsFinite(band)) yield break;
        yield return new($"{name}: median", measure, middle.Value, middle.Noise, band);
        yield return new($"{name}: 5 % quantile", measure, low.Value, low.Noise, band);
        yield return new($"{name}: 95 % quantile", measure, high.Value, high.Noise, band);
    }

    /// <summary>Whether the replications are enough, in a sentence; if not, how many would be.</summary>
    public string Verdict
    {
        get
        {
            if (Numbers.Count == 0) return "No number is defined, so there is none to settle.";
            var worst = Numbers[0];
            var noise = $"{Supply.Table.Cell(worst.Noise, worst.Measure.OfDifferences)}";
            if (worst.Noise == 0) return $"{Replications:#,0} replications are enough: another seed would move nothing.";
            if (double.IsInfinity(worst.Noise)) return "One replication does not show by how much another seed would move its numbers.";
            if (double.IsInfinity(worst.Relative))
            {
                return $"{Replications:#,0} replications are not enough for {worst.Name}: another seed would move it by {noise} (one "
                    + "standard error), and there is no 90 % band to compare that with.";
            }

            if (IsEnough)
            {
                return $"{Replications:#,0} replications are enough: the least settled number, {worst.Name}, has a standard error of "
                    + $"{noise}, "
                    + $"{ShareText.Of(worst.Relative)} of its scale.";
            }

            var needed = Replications * Math.Pow(worst.Relative / OfBand, 2);
            var step = Math.Pow(10, Math.Max(0, Math.Floor(Math.Log10(needed)) - 1));
            var enough = Math.Ceiling(needed / step) * step;
            return $"{Replications:#,0} replications are not enough for {worst.Name}: another seed would move it by {noise} (one standard "
                + $"error), {ShareText.Of(worst.Relative)} of its scale. About {enough:#,0} replications bring that to "
                + $"{ShareText.Asked(OfBand)}.";
        }
    }

    /// <summary>The least settled numbers in rows, each with its standard error.</summary>
    public Table Table() => new("Noise of the computation", ["number", "value", "standard error", "of its scale"],
        Items.From(Numbers.Take(MostRows).Select(number => (Items<string>)
        [
            number.Name, Supply.Table.Cell(number.Value, number.Measure), Supply.Table.Cell(number.Noise, number.Measure.OfDifferences),
            double.IsFinite(number.Relative) ? ShareText.Of(number.Relative) : "",
        ])), [Verdict, "Scale: the 90 % band, or 1 for a probability.",
            .. AreDesigned ? new[] { $"Sobol points: standard errors are those between {Maths.SobolDraws.Randomisations} randomisations." }
                : [],
            .. Numbers.Count > MostRows ? new[] { $"{Numbers.Count - MostRows:#,0} numbers that are better settled have no row." } : []]);

    /// <summary>The same as HTML, for a cell of a notebook or for a page; all text in it is escaped.</summary>
    public string ToHtml() => Table().ToHtml();

    string IShown.ToPlainText() => Table().ToString(Answer.Width);

    /// <summary>The verdict.</summary>
    public override string ToString() => Verdict;
}
