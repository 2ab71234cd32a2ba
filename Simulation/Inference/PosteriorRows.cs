using Supply.Studies;

namespace Supply.Inference;

/// <summary>The rows of a case as its posterior has them.</summary>
/// <param name="scenario">The scenario of the case.</param>
/// <param name="shipped">Its posterior, read when it is first needed.</param>
internal sealed class PosteriorRows(Func<Scenario> scenario, ShippedPosterior shipped) : ConditionedRows
{
    public override string Words
    {
        get
        {
            var calibration = shipped.Posterior.Calibration;
            var claims = calibration.Claims.Where(calibration.Fitted).ToArray();
            return FormattableString.Invariant($"Conditioned on {claims.Length} published claims of ")
                + FormattableString.Invariant($"{claims.Select(claim => claim.Witness).Distinct().Count()} witnesses.");
        }
    }

    public override ParameterMatrix Parameters => shipped.Posterior.Parameters;

    public override Discrepancy? Discrepancy => shipped.Posterior.Discrepancy;

    public override string? WhyNot(Scenario derived)
    {
        var own = scenario();
        if (!Posterior.IsGood(shipped.Verdict)) return "the verdict on the shipped posterior is not to use it (claims.cs prints why)";
        if (derived.Horizon.Start != own.Horizon.Start) return $"\"{derived.Name}\" does not start with the case";
        if (derived.WholeRounds != own.WholeRounds) return $"\"{derived.Name}\" has whole rounds";
        if (own.Changes.FirstOrDefault(change => !derived.Changes.Contains(change)) is { } missing)
        {
            return $"\"{derived.Name}\" lacks a change of the case: {missing}";
        }

        return Edited(own, derived) is { } part ? $"\"{derived.Name}\" has another \"{part}\" than the case" : null;
    }

    public override Scenario Opened(Scenario derived) => Opened(scenario(), scenario().Open(), derived);
}
