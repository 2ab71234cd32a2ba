using Supply.Evidence;

namespace Supply.Inference;

/// <summary>The figure that a witness will publish, as foretold by a posterior.</summary>
/// <param name="Made">The last day of the record that the posterior had seen.</param>
/// <param name="Posterior">The checksum of the posterior.</param>
/// <param name="Row">The row that will be published: witness, quantity, natures, days and unit; its numbers mean nothing.</param>
/// <param name="Predicted">The published figure, in the unit of the row.</param>
[TypeFormatterSource(typeof(NotebookFormats))]
public sealed record Forecast(DateOnly Made, string Posterior, EvidenceRow Row, Spread Predicted) : IShown
{
    /// <summary>Whether a published row is the answer: the same witness, quantity, natures, days and unit, published later.</summary>
    /// <param name="row">The row.</param>
    public bool IsAnsweredBy(EvidenceRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return row.Published > Made && (row.Witness, row.Side, row.Quantity, row.Calibre, row.PeriodStart, row.PeriodEnd, row.Unit)
            == (Row.Witness, Row.Side, Row.Quantity, Row.Calibre, Row.PeriodStart, Row.PeriodEnd, Row.Unit);
    }

    /// <summary>The forecasts of a posterior for rows that are still to be published.</summary>
    /// <param name="posterior">The posterior.</param>
    /// <param name="record">The case, which reads the rows.</param>
    /// <param name="questions">The rows, with new ids.</param>
    /// <exception cref="ArgumentException">The case does not read one of them; all are named with the reason.</exception>
    public static IReadOnlyList<Forecast> Of(Posterior posterior, CaseRecord record, IReadOnlyList<EvidenceRow> questions)
    {
        ArgumentNullException.ThrowIfNull(posterior);
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(questions);
        var (claims, faults) = (new List<Claim>(), new List<string>());
        foreach (var row in questions)
        {
            if (record.Read(row, out var reason) is { } check) claims.Add(Claim.Of(check, row));
            else faults.Add($"{row.Id} cannot be foretold: {reason}.");
        }

        if (faults.Count > 0) throw new ArgumentException(string.Join("\n", faults), nameof(questions));
        var asked = posterior.Asking(claims);
        return [.. claims.Zip(questions, (claim, row) => new Forecast(
            record.Published.Ends, posterior.Checksum, row, asked.Foretell(claim).Predicted))];
    }

    /// <summary>The same as HTML, for a cell of a notebook or for a page; all text in it is escaped.</summary>
    public string ToHtml() => new Forecasts([this]).ToHtml();

    string IShown.ToPlainText() => Html.Plain(ToHtml());
}
