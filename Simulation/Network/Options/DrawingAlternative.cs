namespace Supply;

/// <summary>One rule of a <see cref="Drawing.OneOf"/>.</summary>
/// <param name="Label">Name of the case in tables, for example <c>newest first</c>.</param>
/// <param name="Weight">Its weight, at least 0; weights need not add up to 1.</param>
/// <param name="Drawing">The rule; not itself one of several.</param>
public sealed record DrawingAlternative(string Label, double Weight, Drawing Drawing)
{
    /// <summary>For people, for example <c>newest first (weight 0.5): newest first, 4 cohorts of 30 days</c>.</summary>
    public override string ToString() => $"{Label} (weight {UncertainWords.Digits(Weight)}): {Drawing}";
}
