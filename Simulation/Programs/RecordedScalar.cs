namespace Supply.Programs;

/// <summary>A scalar metric over a window, whose samples lie at the end of the step before it and at its end.</summary>
/// <param name="Recorded">The values to sample.</param>
/// <param name="Window">The window as declared.</param>
/// <param name="First">First step of the window.</param>
/// <param name="Last">Last step of the window.</param>
internal sealed record RecordedScalar(RecordedSeries Recorded, TimeWindow Window, int First, int Last);
