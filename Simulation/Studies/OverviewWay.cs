namespace Supply;

/// <summary>A way from one part of a scenario to another.</summary>
/// <param name="Side">Its network.</param>
/// <param name="From">The part where it begins.</param>
/// <param name="To">The part where it ends.</param>
/// <param name="Words">For a route its name, lead time and capacity; else empty.</param>
public sealed record OverviewWay(string Side, string From, string To, string Words)
{
    /// <summary>For people, for example <c>"Rear" to "Front": Road, 3 days</c>.</summary>
    public override string ToString() => $"\"{From}\" to \"{To}\"{(Words.Length == 0 ? "" : $": {Words}")}";
}
