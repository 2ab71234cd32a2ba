using System.Security.Cryptography;

namespace Supply.Studies;

/// <summary>The numbers of a study in one digest.</summary>
internal static class StudyDigest
{
    public static string Of(Study study)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var result in study.Scenarios)
        {
            foreach (var metric in study.Ensemble.Record!.Series) Append(result.Series(metric), result.BareSeries(metric));
            foreach (var (metric, window) in result.Recorded)
            {
                One(result.Distribution(metric, window));
                One(result.BareDistribution(metric, window));
                if (result.HasRows) Pilot.Append(hash, [.. result.Scalar(metric, window)]);
                else if (result != study.Baseline) One(result.Difference(study.Baseline, metric, window));
            }

            Pilot.Append(hash, [.. result.Failed.Select(replication => (double)replication)]);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());

        void Append(params MetricSeries[] series)
        {
            foreach (var point in series.SelectMany(one => one.Points)) One(point);
        }

        void One(Distribution of) => Pilot.Append(hash, [of.Mean, of.StandardError, .. of.Quantiles, of.Undefined]);
    }
}
