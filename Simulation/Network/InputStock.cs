namespace Supply;

/// <summary>
/// The stock of one input of rounds (propellant, explosive, bodies, fuzes, sets for a round), in a unit of its own, for example tonnes;
/// every amount of the input is in that unit.
/// </summary>
/// <param name="Name">Unique in its network.</param>
/// <param name="Opening">Units there when the horizon starts, at least 0.</param>
public sealed record InputStock(string Name, Units Opening) : Part(Name)
{
    /// <summary>A stock that starts empty.</summary>
    public InputStock(string name) : this(name, Units.None) { }
}
