namespace Supply.Plots;

/// <summary>
/// Nothing else is wrong with a figure than that none of its values is defined, such as a share of nothing, or recorded in the time that it
/// shows.
/// </summary>
public sealed class NothingToDrawException : ArgumentException
{
    internal NothingToDrawException(string message)
        : base(message)
    {
    }
}
