namespace Supply;

/// <summary>A number on which the record is silent.</summary>
/// <param name="Reason">Why this number.</param>
public sealed record Assumed(string Reason) : Source;
