namespace Supply;

/// <summary>A named part of a network.</summary>
/// <param name="Name">Unique in its network; tables, changes and messages use it.</param>
public abstract record Part(string Name)
{
    /// <summary>
    /// The address of the part's draws: the name at creation. A copy with another <see cref="Name"/> keeps it, and so its draws.
    /// </summary>
    public string Key { get; init; } = Name;

    /// <summary>Kind and name, for example <c>stockpile "Rear depots"</c>.</summary>
    public sealed override string ToString() => $"{Kind} \"{Name}\"";

    /// <summary>The kind in words, from the name of its type, for example <c>production line</c>.</summary>
    internal string Kind => string.Concat(GetType().Name.Select((letter, i) => i > 0 && char.IsUpper(letter) ? " " + letter : $"{letter}"))
        .ToLowerInvariant();
}
