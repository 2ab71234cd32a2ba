using System.CommandLine;
using System.Globalization;
using Supply;
using Supply.Analysis;

/// <summary>A noise below which a metric is settled: its median's standard error, in its own unit.</summary>
internal sealed record Until(string Name, double Error)
{
    private const int MostReplications = 1_000_000;

    public static Option<Until?> Option { get; } = new("--until-error")
    {
        Description = "Run until the standard error of a metric's median is at most this, for example \"fired per day 50\"",
        CustomParser = result =>
        {
            var text = result.Tokens.Single().Value;
            var blank = text.LastIndexOf(' ');
            if (blank > 0 && double.TryParse(text[(blank + 1)..], NumberStyles.Float, CultureInfo.InvariantCulture, out var error)
                && error > 0 && double.IsFinite(error))
            {
                return new(text[..blank].Trim(), error);
            }

            result.AddError($"--until-error is \"{text}\"; it must be a metric and a number above 0, such as \"fired per day 50\".");
            return null;
        },
    };

    public Study Run(Ensemble ensemble, IReadOnlyList<Scenario> scenarios, Func<Ensemble, Study> run)
    {
        var metric = Metrics.Named([Name], scenarios[0])[0];
        var record = ensemble.Record!;
        if (!record.Scalars.Contains(metric) && record.Outcomes.All(one => one.Metric != metric))
        {
            record = record with { Scalars = record.Scalars.Add(metric) };
        }

        return (ensemble with { Record = record }).RunUntil(metric, Error, Math.Max(MostReplications, ensemble.Replications), run);
    }
}
