using System.Runtime.CompilerServices;

namespace Supply;

/// <summary>Something that policy or an opponent sets: changes that come together under one name.</summary>
/// <param name="Name">Its name in tables, unique in a factorial.</param>
/// <param name="Changes">Its dated changes; at least one.</param>
[method: OverloadResolutionPriority(1)]
public sealed record Lever(string Name, Items<Change> Changes)
{
    /// <summary>A lever of these changes.</summary>
    public Lever(string name, params Change[] changes) : this(name, Items.Of<Change>(changes)) { }

    /// <summary>Name and changes, for example <c>strike: depot strike on "Rear depots" from 2025-06-01</c>.</summary>
    public override string ToString() => $"{Name}: {(Changes.Count == 0 ? "no changes" : string.Join("; ", Changes))}";
}
