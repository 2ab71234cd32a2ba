namespace Supply.Evidence;

/// <summary>
/// A published range compared with the model: with a reading, a reading over another, or the draw of an input, in the unit of the row.
/// </summary>
/// <param name="Rows">The rows of the evidence behind the range; the first names the check.</param>
/// <param name="Quantity">The compared quantity, in words.</param>
/// <param name="Period">The days, in words.</param>
/// <param name="Low">Lower end of the published range; minus infinity for a ceiling.</param>
/// <param name="High">Upper end; infinity for a floor.</param>
/// <param name="Unit">The unit of the comparison.</param>
public sealed record PlausibilityCheck(Items<string> Rows, string Quantity, string Period, double Low, double High, string Unit)
{
    /// <summary>The row that names the check, with a suffix where a row is compared twice.</summary>
    public string Id { get; init; } = Rows[0];

    /// <summary>The model's reading; null if <see cref="Parameter"/> is compared.</summary>
    public MetricSum? Reading { get; init; }

    /// <summary>
    /// An amount that its witness may count in addition to the reading: none of it, a part or all. A calibration learns the part for each
    /// witness and
    /// subject; a comparison leaves it out. Null: nothing. Default null.
    /// </summary>
    public MetricSum? Wider { get; init; }

    /// <summary>The divisor of the reading, or null.</summary>
    public MetricSum? Over { get; init; }

    /// <summary>The name of the uncertain input that is compared instead of a reading, or null.</summary>
    public string? Parameter { get; init; }

    /// <summary>The name of an uncertain input that the reading is divided by, or null.</summary>
    public string? OverParameter { get; init; }

    /// <summary>The quotient or sum is multiplied by this to reach the unit. Default 1.</summary>
    public double Scale { get; init; } = 1;

    /// <summary>Input or held out.</summary>
    public EvidenceRole Role { get; init; }

    /// <summary>
    /// How the row is read where that is not obvious, or why it counts as held out although the baseline names it; or null.
    /// </summary>
    public string? Remark { get; init; }

    /// <summary>Why the model lies elsewhere, for checks that are known to fail; otherwise null.</summary>
    public string? Cause { get; init; }

    /// <summary>
    /// Whether calibrations condition on it. Default: where a reading is compared. An input whose own prior rests on the row is not a
    /// claim; a conversion whose prior does not may be one.
    /// </summary>
    public bool IsClaim { get => field || Reading is not null; init; }

    /// <summary>
    /// The side that it is about, the name of a network, where its metrics do not say so, as for the value of a parameter. Null: that of
    /// its metrics, or none. Default null.
    /// </summary>
    public string? Side { get; init; }

    /// <summary>The metrics that must be recorded for the comparison.</summary>
    public IEnumerable<Outcome> Outcomes => new[] { Reading, Wider, Over }.OfType<MetricSum>().SelectMany(reading => reading.Outcomes);

    /// <summary>The same comparison with one side of a scenario of several; a reading of two sides stays.</summary>
    /// <param name="side">The name of the network.</param>
    public PlausibilityCheck On(string side)
    {
        var comparesSides = Reading?.Metrics[0].Opponent is not null;
        return this with { Reading = Of(Reading), Wider = Of(Wider), Over = Of(Over), Side = comparesSides ? Side : side };

        MetricSum? Of(MetricSum? sum) => sum is null ? null : sum with
        {
            Metrics = Items.From(sum.Metrics.Select(metric => metric.Side is null ? metric.On(side) : metric)),
        };
    }

    /// <summary>The organisations that published the rows, each once; a row that the record lacks has none.</summary>
    /// <param name="record">The record that has the rows.</param>
    public string Publishers(PublishedRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return string.Join("; ", Rows.Select(id => record.TryFind(id)?.Organisation).OfType<string>().Distinct(StringComparer.Ordinal));
    }
}
