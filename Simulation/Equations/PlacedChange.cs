using Supply.Files;

namespace Supply.Equations;

/// <summary>A change with the part it acts on, resolved and checked.</summary>
/// <param name="Change">The change.</param>
/// <param name="Side">The network of the part.</param>
/// <param name="Part">The name of the part.</param>
/// <param name="Key">The address of the draws of its numbers.</param>
internal sealed record PlacedChange(Change Change, string Side, string Part, string Key)
{
    /// <summary>Its numbers, by the keys that its shape gives them.</summary>
    public NumbersByKey Numbers { get; } = new(Key, NumberFinder.Of(Change));
}
