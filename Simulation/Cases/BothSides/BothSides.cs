using Supply.Evidence;
using Supply.Inference;

namespace Supply.Cases;

/// <summary>
/// The evidence on <see cref="Baselines.BothSides"/>: the records of both sides and of the fire ratio in one, and its calibration.
/// </summary>
public static class BothSides
{
    private const string Russia = "Russia";

    /// <summary>The case and the record on either side.</summary>
    public static CaseRecord Record => field ??= Ukraine2022.Record with
    {
        Checks = [.. Russia2022.Record.Checks.Select(check => check.On(Russia)), .. Ukraine2022.Record.Checks],
        Contradictions = [.. Russia2022.Record.Contradictions, .. Ukraine2022.Record.Contradictions],
        NoCheck = Russia2022.Record.NoCheck.Concat(Ukraine2022.Record.NoCheck).DistinctBy(one => one.Key)
            .ToDictionary(one => one.Key, one => one.Value),
        Followed = [.. Russia2022.Record.Followed.Select(check => check.On(Russia)), .. FireRatios],
        Reading = Read,
    };

    /// <summary>The case, opened, over the days of the record, with all claims on either side and on the fire ratio.</summary>
    public static Calibration Calibration => Calibration.Of(Record);

    private static IEnumerable<PlausibilityCheck> FireRatios => Enumerable.Range(2023, 3).Select(year => new PlausibilityCheck(
        [$"fire ratio, {year}"], "fire ratio", $"{year}", double.NegativeInfinity, double.PositiveInfinity, "ratio")
    {
        Reading = new([Metric.FireRatio(Russia, Ukraine2022Case.Side)], TimeWindow.Year(year)),
    });

    private static PlausibilityCheck? Read(EvidenceRow row, out string reason) => Russia2022.Record.Read(row, out reason)?.On(Russia);
}
