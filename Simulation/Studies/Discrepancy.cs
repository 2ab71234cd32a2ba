using Supply.Maths;
using Supply.Studies;

namespace Supply;

/// <summary>
/// How far a quantity may lie from what is modelled, because every model leaves something out: for each replication, side and kind of
/// quantity one path of the natural logarithm of a factor over time (of shares, of the log odds), with a memory of a year. It is applied
/// to what is reported and never to the books: it is the same in all scenarios of a study, so that differences in the same replication are
/// scaled once. What is derived from several quantities (fill rate, days of supply, exhaustion) and sums over several sides have none.
/// </summary>
public sealed class Discrepancy
{
    /// <summary>Days between the points of a path, half a year; between them it is a straight line.</summary>
    public const double PointDays = 182.625;

    /// <summary>After this number of days 1/e of a deviation is left.</summary>
    public const double MemoryDays = 365.25;

    private readonly DateOnly start;
    private readonly IReadOnlyDictionary<(string Side, DiscrepancyKind Kind), DiscrepancyPath> paths;

    /// <param name="start">The day of the first points.</param>
    /// <param name="paths">The paths of each side and kind, all of the same number of replications.</param>
    internal Discrepancy(DateOnly start, IReadOnlyDictionary<(string Side, DiscrepancyKind Kind), DiscrepancyPath> paths) =>
        (this.start, this.paths) = (start, paths);

    /// <summary>Number of replications.</summary>
    public int Replications => paths.Count == 0 ? 0 : paths.Values.First().Replications;

    /// <summary>The sides and kinds that have a path.</summary>
    public IEnumerable<(string Side, DiscrepancyKind Kind)> Kinds => paths.Keys;

    /// <summary>Its mean over some days in each replication, natural logarithm; of shares, of the log odds.</summary>
    /// <param name="side">The name of the network.</param>
    /// <param name="kind">The kind of quantity.</param>
    /// <param name="window">The days; dated.</param>
    /// <exception cref="KeyNotFoundException">There is no path of this side and kind.</exception>
    public IReadOnlyList<double> Mean(string side, DiscrepancyKind kind, TimeWindow window)
    {
        ArgumentNullException.ThrowIfNull(window);
        if (!paths.TryGetValue((side, kind), out var path)) throw new KeyNotFoundException($"{side} has no discrepancy of {kind}.");
        double Day(Moment moment) => moment.Date!.Value.DayNumber - start.DayNumber;
        return path.Mean(Day(window.From), Day(window.To) + 1);
    }

    /// <summary>Whether what is reported of a metric lies off.</summary>
    internal bool Has(Metric metric, Scenario scenario) => scenario.Horizon.Start is not null && PathsOf(metric, scenario) is not null;

    /// <summary>
    /// The shifts of a metric over some days of a scenario, one for each replication; null if it has none. From equal to to: at that time.
    /// </summary>
    internal double[]? Of(Metric metric, Scenario scenario, double from, double to)
    {
        if (scenario.Horizon.Start is not { } first || PathsOf(metric, scenario) is not var (path, less)) return null;
        var offset = first.DayNumber - start.DayNumber;
        var shifts = path.Mean(from + offset, to + offset);
        return less is null ? shifts : [.. shifts.Zip(less.Mean(from + offset, to + offset), (one, other) => one - other)];
    }

    /// <summary>A value with its discrepancy.</summary>
    /// <param name="value">The value; NaN and infinite ones stay.</param>
    /// <param name="shift">The natural logarithm of the factor, or what is added to the log odds.</param>
    /// <param name="ofOdds">Whether the value is a share.</param>
    internal static double Applied(double value, double shift, bool ofOdds)
    {
        if (!ofOdds) return value * Exp.Of(shift);
        if (!(value is > 0 and < 1)) return value;
        var odds = value / (1 - value) * Exp.Of(shift);
        return odds / (1 + odds);
    }

    /// <summary>Writes the paths as far as a day.</summary>
    internal void Write(BinaryWriter writer, DateOnly end)
    {
        writer.Write(start.DayNumber);
        writer.Write(paths.Count);
        foreach (var ((side, kind), path) in paths.OrderBy(one => one.Key.Side, StringComparer.Ordinal).ThenBy(one => one.Key.Kind))
        {
            writer.Write(side);
            writer.Write((int)kind);
            path.Write(writer, Math.Max(0, end.DayNumber + 1 - start.DayNumber));
        }
    }

    internal static Discrepancy Read(BinaryReader reader)
    {
        var start = DateOnly.FromDayNumber(reader.ReadInt32());
        var paths = new Dictionary<(string Side, DiscrepancyKind Kind), DiscrepancyPath>();
        for (var left = reader.ReadInt32(); left > 0; left--)
        {
            var key = (reader.ReadString(), (DiscrepancyKind)reader.ReadInt32());
            paths[key] = DiscrepancyPath.Read(reader);
        }

        return new(start, paths);
    }

    /// <summary>Whether a kind is a share, whose discrepancy is one of the log odds.</summary>
    internal static bool IsOfOdds(DiscrepancyKind kind) => kind == DiscrepancyKind.Share;

    /// <summary>The path of a metric, and of a fire ratio that of the opponent as well.</summary>
    private (DiscrepancyPath Path, DiscrepancyPath? Less)? PathsOf(Metric metric, Scenario scenario)
    {
        DiscrepancyPath? Find(string? side, DiscrepancyKind kind) => side is null ? null : paths.GetValueOrDefault((side, kind));
        if (metric.Opponent is { } opponent)
        {
            return Find(metric.Side, DiscrepancyKind.Fire) is { } above && Find(opponent, DiscrepancyKind.Fire) is { } below
                ? (above, below)
                : null;
        }

        var side = metric.Side ?? (scenario.Networks.Count == 1 ? scenario.Networks[0].Name : null);
        return Find(side, metric.Row.Discrepancy) is { } path ? (path, null) : null;
    }

    /// <summary>For people, for example <c>discrepancies of 7 kinds of quantities in 2,000 replications</c>.</summary>
    public override string ToString() =>
        FormattableString.Invariant($"discrepancies of {paths.Count} kinds of quantities in {Replications:#,0} replications");
}
