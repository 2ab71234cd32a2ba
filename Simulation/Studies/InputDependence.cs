namespace Supply;

/// <summary>Two inputs that go together over the replications.</summary>
/// <param name="One">One input in words.</param>
/// <param name="Other">The other.</param>
/// <param name="Correlation">Their rank correlation, -1..1; of a choice that of its strongest case.</param>
public sealed record InputDependence(string One, string Other, double Correlation)
{
    /// <summary>For people, for example <c>plant level and use level (-0.52)</c>.</summary>
    public override string ToString() => $"{One} and {Other} ({Correlation:0.00})";
}
