namespace Supply;

/// <summary>The outcome where an uncertain input is low, high, or in one of its cases.</summary>
/// <param name="Name"><c>lowest fifth</c>, <c>highest fifth</c>, or the label of a case.</param>
/// <param name="Median">The median of the outcome there, in its unit.</param>
/// <param name="StandardError">The standard error of this median; infinite for one replication.</param>
/// <param name="Replications">Replications there, at least 1.</param>
public sealed record DriverLevel(string Name, double Median, double StandardError, int Replications)
{
    /// <summary>For people, for example <c>lowest fifth: -1,250</c>.</summary>
    public override string ToString() => $"{Name}: {Supply.Studies.ReadableNumber.Digits(Median)}";
}
