namespace Supply;

/// <summary>A part of a scenario at a glance.</summary>
/// <param name="Side">Its network.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kind">Its kind in words, for example <c>production line</c>.</param>
/// <param name="Numbers">Its stocks and rates in words, with their units.</param>
public sealed record OverviewPart(string Side, string Name, string Kind, string Numbers)
{
    /// <summary>For people, for example <c>production line "Plant": 100 rounds/day</c>.</summary>
    public override string ToString() => $"{Kind} \"{Name}\": {Numbers}";
}
