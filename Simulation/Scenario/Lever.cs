namespace Supply;

/// <summary>Something that policy or an opponent sets: changes that come together under one name.</summary>
/// <param name="Name">Its name in tables, unique in a factorial.</param>
/// <param name="Changes">Its dated changes; at least one.</param>
public sealed record Lever(string Name, Items<Change> Changes)
{
    /// <summary>A lever of these changes.</summary>
    public Lever(string name, params Change[] changes) : this(name, Items.Of<Change>(changes)) { }
}
