using System.Globalization;
using Supply.Studies;

namespace Supply;

/// <summary>One replication of a scenario, step by step: every flow of the step and every level at its end.</summary>
[TypeFormatterSource(typeof(NotebookFormats))]
public sealed class Trace : IShown
{
    internal Trace(ScenarioResult result, Items<Metric> metrics, int replication, string? fault) =>
        (Result, Metrics, Replication, Fault) = (result, metrics, replication, fault);

    /// <summary>The number of the replication, from 0.</summary>
    public int Replication { get; }

    /// <summary>Why the replication fails; null: it does not.</summary>
    public string? Fault { get; }

    /// <summary>The traced metrics: flows as totals of a step in rounds, levels in rounds.</summary>
    public Items<Metric> Metrics { get; }

    /// <summary>The uncertain numbers of the replication, one row.</summary>
    public ParameterMatrix Parameters => Result.Parameters;

    private ScenarioResult Result { get; }

    /// <summary>The values of a traced metric, one for each step.</summary>
    /// <exception cref="ArgumentException">It is not traced.</exception>
    public IReadOnlyList<double> Of(Metric metric) => [.. Result.Series(metric).Points.Select(point => point.Median)];

    /// <summary>Writes a CSV file with a row for each step and a column for each metric; numbers in full precision.</summary>
    public void WriteCsv(string path)
    {
        var columns = Metrics.Select(metric => Of(metric)).ToArray();
        var horizon = Result.Horizon;
        var names = new MetricNames(Metrics);
        WholeFile.Write(path, Enumerable.Range(0, horizon.Steps).Select(Line)
            .Prepend(CsvText.Texts(["step", "date", .. Metrics.Select(metric => names[metric])])));

        string Line(int step) => string.Create(CultureInfo.InvariantCulture,
            $"{step},{(horizon.Start is null ? "" : horizon.Label(step))},{CsvText.Numbers(columns.Select(column => column[step]))}");
    }

    /// <summary>The same as HTML, for a cell of a notebook or for a page; all text in it is escaped.</summary>
    public string ToHtml() => TraceHtml.Of(this, Result.Horizon);

    string IShown.ToPlainText() => TraceHtml.Words(this);
}
