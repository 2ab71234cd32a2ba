namespace Supply;

/// <summary>A length of time in days, at least 0, exact or uncertain.</summary>
/// <param name="Value">Days.</param>
public sealed record Days(Uncertain Value)
{
    /// <summary>No time: 0 days.</summary>
    public static Days None { get; } = new(0);

    /// <summary>An exact number of days.</summary>
    public static implicit operator Days(double days) => new(days);

    /// <summary>An uncertain number of days.</summary>
    public static implicit operator Days(Uncertain days) => new(days);
}
