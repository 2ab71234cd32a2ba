namespace Supply;

/// <summary>One possible value of a <see cref="Uncertain.OneOf(Alternative[])"/>.</summary>
/// <param name="Label">Name of the case in tables, for example <c>RUSI</c>.</param>
/// <param name="Weight">Its weight, at least 0; weights need not add up to 1.</param>
/// <param name="Value">Its value, which may itself be uncertain.</param>
public sealed record Alternative(string Label, double Weight, Uncertain Value)
{
    /// <summary>For people, for example <c>RUSI (weight 0.5): 10 to 20, all equally likely</c>.</summary>
    public override string ToString() => $"{Label} (weight {UncertainWords.Digits(Weight)}): {Value}";
}
