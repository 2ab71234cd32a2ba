namespace Supply;

/// <summary>Where a number comes from.</summary>
public abstract record Source
{
    private protected Source() { }
}
