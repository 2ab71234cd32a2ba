namespace Supply;

/// <summary>The treatment of rounds that a consumer required and did not get.</summary>
public enum Unmet
{
    /// <summary>They are lost: the requirement of a step ends with it.</summary>
    Lost,

    /// <summary>They are added to what is required later.</summary>
    Backordered,
}
