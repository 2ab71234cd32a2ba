using Supply.Studies;

namespace Supply;

/// <summary>
/// The smallest setting of a lever with which a metric reaches a level, replication by replication: the inverse question. Between the
/// settings that were run it is interpolated linearly.
/// </summary>
/// <param name="Values">The setting for each replication; infinite where no tested setting suffices, NaN where it is undefined.</param>
[TypeFormatterSource(typeof(NotebookFormats))]
public sealed record NeededSetting(Items<double> Values) : IShown
{
    /// <summary>Its distribution over the replications; infinite quantiles mean that no tested setting suffices.</summary>
    public Distribution Distribution => Distribution.Of([.. Values]);

    /// <summary>
    /// The setting that suffices with a probability, 0..1: this share of the replications needs at most this setting. Infinite: no tested
    /// setting suffices.
    /// </summary>
    public double With(double probability)
    {
        if (!(probability is > 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(
                nameof(probability), probability, "A probability that a setting suffices lies in 0..1, above 0.");
        }
        double[] sorted = [.. Values.Where(value => !double.IsNaN(value)).Order()];
        // A number just below a whole number of replications is that number.
        return sorted.Length == 0 ? double.NaN
            : sorted[Math.Clamp((int)Math.Ceiling((probability * sorted.Length) - 1e-9), 1, sorted.Length) - 1];
    }

    /// <summary>For each replication the first point at which a line through settings and values reaches the level from below.</summary>
    internal static NeededSetting Of(
        IReadOnlyList<double> settings, IReadOnlyList<IReadOnlyList<double>> values, Func<int, double> level) =>
        new(Items.From(Enumerable.Range(0, values[0].Count).Select(i => One(settings, [.. values.Select(one => one[i])], level(i)))));

    private static double One(IReadOnlyList<double> settings, double[] values, double level)
    {
        if (double.IsNaN(level) || values.Any(double.IsNaN)) return double.NaN;
        if (values[0] >= level) return settings[0];
        for (var k = 1; k < values.Length; k++)
        {
            if (values[k] >= level)
            {
                return settings[k - 1] + ((settings[k] - settings[k - 1]) * (level - values[k - 1]) / (values[k] - values[k - 1]));
            }
        }

        return double.PositiveInfinity;
    }

    /// <summary>The distribution of the setting in words.</summary>
    public override string ToString() => Distribution.ToString();

    /// <summary>The same as HTML, for a cell of a notebook or for a page; all text in it is escaped.</summary>
    public string ToHtml() => ResultHtml.Of(this).ToHtml();

    string IShown.ToPlainText() => ResultHtml.Of(this).ToString(Answer.Width);
}
