namespace Supply;

/// <summary>The parts of one side and how they are connected. Immutable; checked when a scenario is compiled.</summary>
/// <param name="Name">The side, for example <c>Russia</c>; unique among the networks of a scenario.</param>
/// <param name="Parts">All parts; their order affects only the order of tables.</param>
public sealed record Network(string Name, Items<Part> Parts)
{
    /// <summary>The address of the network's draws: the name at creation, kept by a renamed copy.</summary>
    public string Key { get; init; } = Name;

    /// <summary>The worth of rounds of an origin when fired, at most one entry per origin; others count in full. Default none.</summary>
    public Items<OriginEffect> Effects { get; init; } = Items<OriginEffect>.Empty;

    /// <summary>A network of the given parts.</summary>
    public Network(string name, params Part[] parts) : this(name, Items.Of<Part>(parts)) { }
}
