namespace Supply.Studies;

/// <summary>A metric as the subject of a sentence, for example <c>152 mm rounds fired a day</c>.</summary>
internal sealed record MetricWords
{
    public MetricWords(Metric metric)
    {
        var (row, calibre) = (metric.Row, metric.Calibre is { } one ? one.Name : null);
        var of = calibre is null ? "" : $" of {calibre}";
        var rounds = (calibre is null ? "" : calibre + " ") + "rounds";
        (Subject, IsPlural, Unit) = metric switch
        {
            { Kind: QuantityKind.Flow } when row.Measure == Measure.Rounds =>
                ($"{rounds} {row.Words}{(metric.Aggregate == Aggregate.PerDay ? " a day" : "")}", true, ""),
            { Kind: QuantityKind.Level } when row.Measure == Measure.Rounds =>
                (IsPlace(row.Words) ? $"{rounds} {row.Words}" : $"{rounds} ({row.Words})", true, ""),
            { Quantity: Quantity.FillRate } => ("the fill rate" + of, false, ""),
            { Quantity: Quantity.DaysOfSupply } => ("days of supply" + of, true, ""),
            { Quantity: Quantity.Share } => ($"the share of {metric.Origin} in {rounds} fired", false, ""),
            { Quantity: Quantity.FireRatio } => ($"the {row.Words} of {metric.Side} against {metric.Opponent}", false, ""),
            _ => ($"\"{metric}\"", false, metric.Measure.PercentSign is null ? " " + UnitOf(metric.Measure) : ""),
        };
        if (Subject[0] == '"') return;
        string?[] further =
        [
            metric.Quantity == Quantity.FireRatio ? null : metric.Side, metric.Place,
            metric.Quantity == Quantity.Share ? null : metric.Origin?.Name,
        ];
        var narrowed = string.Join(", ", further.Where(word => word is not null));
        if (narrowed.Length > 0) Subject += $" ({narrowed})";
    }

    /// <summary>The subject.</summary>
    public string Subject { get; }

    /// <summary>Whether its verb is in the plural.</summary>
    public bool IsPlural { get; }

    /// <summary>The unit behind a number, with a blank before it; empty where the subject says it.</summary>
    public string Unit { get; }

    /// <summary>The subject at the beginning of a sentence.</summary>
    public string Capital => Subject[0] == '"' ? Subject : char.ToUpperInvariant(Subject[0]) + Subject[1..];

    public string It => IsPlural ? "them" : "it";

    public string They => IsPlural ? "they" : "it";

    /// <summary>A verb in the number of the subject.</summary>
    /// <param name="plural">The verb in the plural, whose singular adds an s.</param>
    public string Verb(string plural) => IsPlural ? plural : plural + "s";

    /// <summary>A unit in words, for example <c>rounds a day</c>.</summary>
    public static string UnitOf(Measure measure) => measure.Text.Replace("/", " a ", StringComparison.Ordinal);

    /// <summary>The unit in brackets behind a number in a note, with a blank before it; empty where numbers have none.</summary>
    public static string Bracketed(Measure measure) =>
        measure == Measure.Ratio || measure.PercentSign is not null ? "" : $" ({UnitOf(measure)})";

    private static bool IsPlace(string words) => words.Split(' ')[0] is "on" or "in" or "at";
}
