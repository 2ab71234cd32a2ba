namespace Supply;

/// <summary>The fate of rounds that are under way when their route closes.</summary>
public enum UnderWay
{
    /// <summary>They go on and arrive: the closure stops dispatch alone.</summary>
    Continues,

    /// <summary>
    /// Rounds that would arrive wait before the end of the route and are delivered in the first step in which it is open.
    /// </summary>
    Waits,

    /// <summary>All that is under way when the closure begins is lost.</summary>
    Lost,
}
