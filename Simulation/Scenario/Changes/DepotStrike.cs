namespace Supply;

/// <summary>A strike destroys a share of all serviceable rounds at a stockpile in one step.</summary>
/// <param name="Stockpile">The name of a stockpile.</param>
/// <param name="From">The date of the strike; it has no end.</param>
/// <param name="LossFraction">Share destroyed, 0..1.</param>
public sealed record DepotStrike(string Stockpile, Moment From, Fraction LossFraction) : Change(From);
