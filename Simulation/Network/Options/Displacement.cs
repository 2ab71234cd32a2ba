namespace Supply;

/// <summary>
/// Fire missions that other means, such as drones, take over: the required rate is multiplied by 1 - the displaced share, the same for
/// all calibres.
/// </summary>
/// <param name="From">
/// The first day of the growth; it may lie outside the horizon. If it is logistic, a tenth of the ceiling is displaced by then already, and
/// something before it.
/// </param>
/// <param name="Over">Days that the growth takes; at least 1e-9.</param>
/// <param name="Ceiling">The share displaced in the end, 0..1.</param>
/// <param name="Growth">How it grows.</param>
public sealed record Displacement(Moment From, Days Over, Fraction Ceiling, Growth Growth)
{
    /// <summary>For people, for example <c>40 % from 2024-01-01 over 300 days, linear</c>.</summary>
    public override string ToString() => $"{Ceiling} from {From} over {Over}, {(Growth == Growth.Linear ? "linear" : "logistic")}";
}
