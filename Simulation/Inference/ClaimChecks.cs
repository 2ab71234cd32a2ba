using System.Globalization;
using Supply.Evidence;

namespace Supply.Inference;

/// <summary>Reports everything that is wrong with claims at once.</summary>
internal static class ClaimChecks
{
    /// <exception cref="ArgumentException">
    /// An id or a scope occurs twice, or a number is out of range; all problems are listed.
    /// </exception>
    public static void Check(Calibration calibration)
    {
        var (claims, scopes) = (calibration.Claims, calibration.Scopes);
        string[] faults =
        [
            .. claims.GroupBy(claim => claim.Id).Where(group => group.Count() > 1)
                .Select(group => $"{group.Count()} claims have the id \"{group.Key}\"; ids must be unique."),
            .. claims.SelectMany(claim => Faults(claim).Select(fault => $"Claim \"{claim.Id}\": {fault}.")),
            .. scopes.GroupBy(scope => (scope.Witness, scope.Subject, scope.Side)).Where(group => group.Count() > 1)
                .Select(group => $"{group.Count()} scopes are those of {group.Key.Witness} on {group.Key.Subject}; there must be one."),
            .. scopes.SelectMany(scope => Faults(scope).Select(fault => $"Scope of {scope.Witness} on {scope.Subject}: {fault}.")),
            .. Faults(calibration.Errors).Select(fault => $"Error model: {fault}."),
            .. CoarseFaults(calibration),
        ];
        if (faults.Length > 0) throw new ArgumentException(string.Join("\n", faults));
    }

    private static IEnumerable<string> Faults(ErrorModel errors)
    {
        (string What, double Value)[] spreads =
        [
            ("scale spread", errors.ScaleSpread), ("spread of the mean of wrong claims", errors.WrongMeanSpread),
            ("discrepancy size", errors.DiscrepancySize),
        ];
        foreach (var (what, value) in spreads)
        {
            if (!(value >= 0 && double.IsFinite(value)))
            {
                yield return string.Create(CultureInfo.InvariantCulture, $"its {what} is {value}; it must be finite and at least 0");
            }
        }

        if (!(errors.SharedPart is >= 0 and < 1))
        {
            yield return string.Create(CultureInfo.InvariantCulture,
                $"the part that a publication shares is {errors.SharedPart}; it must be at least 0 and below 1");
        }

        if (errors.DiscrepancySize > 0 && !(errors.DiscrepancySpread > 0 && double.IsFinite(errors.DiscrepancySpread)))
        {
            yield return string.Create(CultureInfo.InvariantCulture,
                $"its discrepancy spread is {errors.DiscrepancySpread}; it must be finite and above 0");
        }
    }

    private static IEnumerable<string> CoarseFaults(Calibration calibration)
    {
        if (calibration.MostRounds is < 1 or > 100)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"MostRounds is {calibration.MostRounds}; it must lie in 1..100.");
        }

        if (calibration.Ensemble.StepDays is { } explored)
        {
            yield return string.Create(CultureInfo.InvariantCulture,
                $"StepDays of the ensemble is {explored}; claims are believed in the steps of the scenario, so leave it null.");
        }

        if (calibration.CoarseStepDays is not { } days) yield break;
        var own = calibration.Scenario.Horizon.StepDays;
        if (calibration.Scenario.Horizon.Start is null) yield return "Coarse steps need a dated horizon, and this one has plain steps.";
        else if (days < 2 || days % own != 0)
        {
            yield return string.Create(CultureInfo.InvariantCulture,
                $"The coarse steps have {days} days; they must have at least 2 and be a multiple of the scenario's {own}.");
        }
    }

    private static IEnumerable<string> Faults(WitnessScope scope)
    {
        string Words(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
        if (!double.IsFinite(scope.Mean)) yield return Words($"its mean is {scope.Mean}; it must be finite");
        if (!(scope.Sd > 0 && double.IsFinite(scope.Sd))) yield return Words($"its sd is {scope.Sd}; it must be finite and above 0");
        if (!(scope.DriftPerYear >= 0 && double.IsFinite(scope.DriftPerYear)))
        {
            yield return Words($"its drift a year is {scope.DriftPerYear}; it must be finite and at least 0");
        }
    }

    private static IEnumerable<string> Faults(Claim claim)
    {
        var (low, high) = (claim.Check.Low, claim.Check.High);
        string Words(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
        if (!(low <= high)) yield return Words($"its range is {low}..{high}; it must not fall");
        else if (!(high >= 0)) yield return Words($"its upper end is {high}; it must be at least 0");
        else if (!(low > 0) && !double.IsFinite(high)) yield return "it has no bound above 0, so it says nothing";
        if (!(claim.LeastSeen > 0 && double.IsFinite(claim.LeastSeen)))
        {
            yield return Words($"the least that its witness sees is {claim.LeastSeen}; it must be finite and above 0");
        }
        if (!(claim.Error > 0 && double.IsFinite(claim.Error)))
        {
            yield return Words($"its error is {claim.Error}; it must be finite and above 0");
        }
        if (!(claim.Doubt is >= 0 and <= 1)) yield return Words($"its doubt is {claim.Doubt}; it must lie in 0..1");
        if (!(claim.Weight is >= 0 and <= 1)) yield return Words($"its weight is {claim.Weight}; it must lie in 0..1");
    }
}
