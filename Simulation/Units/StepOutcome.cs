namespace Supply;

/// <summary>One value that a step may bring, see <see cref="StepDraw.Discrete"/> and <see cref="StepDraw.CompoundPoisson"/>.</summary>
/// <param name="Value">The value, at least 0; a size is a whole number from 1 to 1,000.</param>
/// <param name="Weight">Its weight, at least 0; its probability is its share in the sum of the weights.</param>
public sealed record StepOutcome(double Value, double Weight)
{
    /// <summary>For people, for example <c>5 (weight 0.2)</c>.</summary>
    public override string ToString() => $"{UncertainWords.Digits(Value)} (weight {UncertainWords.Digits(Weight)})";
}
