namespace Supply.Plots;

/// <summary>A drawing of data on a panel.</summary>
public abstract record Layer
{
    private protected Layer()
    {
    }

    /// <summary>The kind of drawing in words, for messages.</summary>
    internal abstract string Words { get; }

    /// <summary>The name that the legend shows, if it has one; else empty.</summary>
    internal virtual string Name => "";

    /// <summary>The exception for a kind of layer that something does not handle.</summary>
    internal NotSupportedException Unknown(string by) => new($"{Words} is a layer that {by} does not know.");
}
