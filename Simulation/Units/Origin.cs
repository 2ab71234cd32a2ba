namespace Supply;

/// <summary>The country where a round was made. It stays with the round from factory to gun, also through refurbishment.</summary>
/// <param name="Name">Its name in tables and files, for example <c>DPRK</c>.</param>
public readonly record struct Origin(string Name)
{
    /// <summary>Made in Russia or inherited from Soviet stocks.</summary>
    public static Origin Russia { get; } = new("Russia");

    /// <summary>Made in the Democratic People's Republic of Korea.</summary>
    public static Origin Dprk { get; } = new("DPRK");

    /// <summary>Made in Iran.</summary>
    public static Origin Iran { get; } = new("Iran");

    /// <summary>Sent from the stocks of Belarus.</summary>
    public static Origin Belarus { get; } = new("Belarus");

    /// <summary>Made in Ukraine or inherited from Soviet stocks there.</summary>
    public static Origin Ukraine { get; } = new("Ukraine");

    /// <summary>Sent by the United States.</summary>
    public static Origin UnitedStates { get; } = new("US");

    /// <summary>Sent by the European Union and its members.</summary>
    public static Origin EuropeanUnion { get; } = new("EU");

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
