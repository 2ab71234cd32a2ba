namespace Supply;

/// <summary>
/// How a required rate swings over the year: it is multiplied by 1 + amplitude cos(2 pi (t - peak) / 365.25 days), which leaves its mean
/// over a year unchanged.
/// </summary>
/// <param name="Peak">
/// The day at whose start the rate is highest; the peak recurs every year, before and after. It may lie outside the horizon.
/// </param>
/// <param name="Amplitude">How far the rate rises above its mean at the peak, and falls below it half a year later, 0..1.</param>
public sealed record Season(Moment Peak, Fraction Amplitude)
{
    /// <summary>For people, for example <c>20 % up at 2024-01-15 and down half a year later</c>.</summary>
    public override string ToString() => $"{Amplitude} up at {Peak} and down half a year later";
}
