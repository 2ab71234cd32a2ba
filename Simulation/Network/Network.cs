using System.Globalization;
using System.Runtime.CompilerServices;

namespace Supply;

/// <summary>The parts of one side and how they are connected. Immutable; checked when a scenario is compiled.</summary>
/// <param name="Name">The side, for example <c>Russia</c>; unique among the networks of a scenario.</param>
/// <param name="Parts">
/// All parts. Their order decides which of several ordering routes to one place orders first, who is first in an allocation in order, and
/// which of equal remainders is first in line where whole rounds are split; else it affects only the order of tables.
/// </param>
[method: OverloadResolutionPriority(1)]
public sealed record Network(string Name, Items<Part> Parts)
{
    /// <summary>The address of the network's draws: the name at creation, kept by a renamed copy.</summary>
    public string Key { get; init; } = Name;

    /// <summary>The worth of rounds of an origin when fired, at most one entry per origin; others count in full. Default none.</summary>
    public Items<OriginEffect> Effects { get; init; } = Items<OriginEffect>.Empty;

    /// <summary>A network of the given parts.</summary>
    public Network(string name, params Part[] parts) : this(name, Items.Of<Part>(parts)) { }

    /// <summary>Name and number of parts of each kind, for example <c>network "Russia": 2 stockpiles, 1 route, 1 consumer</c>.</summary>
    public override string ToString() => $"network \"{Name}\": "
        + (Parts.Count == 0 ? "no parts"
            : string.Join(", ", Parts.GroupBy(part => part.Kind).Select(kind => Counted(kind.Count(), kind.Key))));

    private static string Counted(int count, string kind) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:#,0} {kind}{(count == 1 || kind.EndsWith('s') ? "" : "s")}");
}
