namespace Supply.Evidence;

/// <summary>How a case compares with a published figure.</summary>
/// <param name="row">The figure.</param>
/// <param name="reason">Why the case has no reading for it; empty if it has one.</param>
/// <returns>The comparison, or null.</returns>
public delegate PlausibilityCheck? RowReading(EvidenceRow row, out string reason);
