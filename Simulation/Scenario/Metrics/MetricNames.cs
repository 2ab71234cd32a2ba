using Supply.Files;

namespace Supply;

/// <summary>
/// Names of metrics side by side: a metric goes by its short name, such as <c>fired per day, Russia</c>, unless another looks the same;
/// then both say what each word is, <c>fired per day, from Russia</c>. So names differ wherever metrics do.
/// </summary>
internal sealed class MetricNames
{
    private readonly Dictionary<Metric, string> names = [];

    public MetricNames(IEnumerable<Metric> metrics)
    {
        var taken = new HashSet<string>();
        foreach (var alike in metrics.Distinct().GroupBy(metric => SeenName.Of(metric.ToString())))
        {
            var several = alike.Count() > 1;
            foreach (var metric in alike) names[metric] = Unique(several ? metric.Explicit : metric.ToString(), taken);
        }
    }

    /// <summary>The name of a metric; its short name where it is not among them.</summary>
    public string this[Metric metric] => names.GetValueOrDefault(metric) ?? metric.ToString();

    // Names with commas in them can be read in several ways even with their prepositions.
    private static string Unique(string name, HashSet<string> taken)
    {
        var unique = name;
        for (var i = 2; !taken.Add(SeenName.Of(unique)); i++) unique = $"{name} ({PropertyWords.Number(i)})";
        return unique;
    }
}
