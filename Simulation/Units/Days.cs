namespace Supply;

/// <summary>A length of time in days, at least 0, exact or uncertain.</summary>
/// <remarks><c>Days.Of(30)</c>, <c>Days.Of(Uncertain.Uniform(10, 20))</c>;
/// neither a bare number nor an uncertain one becomes one unasked.</remarks>
public sealed record Days
{
    private Days(Uncertain value) => Value = value;

    /// <summary>No time: 0 days.</summary>
    public static Days None { get; } = new(0);

    /// <summary>Days.</summary>
    public Uncertain Value { get; }

    /// <summary>Whether it is exactly 0, in every replication.</summary>
    internal bool IsZero => Value is ExactlyValue { Value: 0 };

    /// <summary>This many days.</summary>
    /// <param name="days">An exact number or an uncertain one, at least 0; a scenario in which it may be less does not compile.</param>
    public static Days Of(Uncertain days) => new(days);

    /// <summary>For people, for example <c>16 to 40 days, most likely 24</c>.</summary>
    public override string ToString() => Value.In("day", "days");
}
