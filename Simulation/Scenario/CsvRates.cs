using Supply.Files;

namespace Supply;

/// <summary>
/// Reads rates over time from a column of a CSV file: comma-separated, in UTF-8, with a heading line and a column of dates.
/// </summary>
public static class CsvRates
{
    /// <summary>
    /// The path of a column. Before the first date it has the first rate, after the last date the last one, as every table of points has.
    /// </summary>
    /// <param name="file">The file, of at most 16 MiB.</param>
    /// <param name="dates">The heading of the column of dates, written like <c>2025-01-31</c>, each after the one before it.</param>
    /// <param name="rates">The heading of the column of rates, each a number of at least 0, without a unit.</param>
    /// <param name="unit">The unit of time of the rates.</param>
    /// <param name="interpolation">
    /// Each rate holds until the next date, or straight lines between the dates. Default <see cref="Interpolation.Step"/>.
    /// </param>
    /// <exception cref="ScenarioException">The file is missing, unreadable or wrong; holds every problem with its line.</exception>
    public static RatePath Read(
        string file, string dates, string rates, RateUnit unit, Interpolation interpolation = Interpolation.Step)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(dates);
        ArgumentException.ThrowIfNullOrWhiteSpace(rates);
        var problems = new Problems();
        var points = new CsvColumn(dates, rates, unit).Read(file, problems);
        problems.ThrowIfAny($"CSV file \"{file}\"");
        return new TablePath(interpolation, points);
    }
}
