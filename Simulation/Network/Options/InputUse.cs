namespace Supply;

/// <summary>How much of an input a round takes.</summary>
/// <param name="Stock">The input stock.</param>
/// <param name="PerRound">Units for one gross round, at least 0.</param>
public sealed record InputUse(string Stock, Units PerRound)
{
    /// <summary>For people, for example <c>0.008 units of "Powder" a round</c>.</summary>
    public override string ToString() => $"{PerRound} of \"{Stock}\" a round";
}
