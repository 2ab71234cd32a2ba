namespace Supply;

/// <summary>How much of an input a round takes.</summary>
/// <param name="Stock">The input stock.</param>
/// <param name="PerRound">Units for one gross round, at least 0.</param>
public sealed record InputUse(string Stock, Units PerRound);
