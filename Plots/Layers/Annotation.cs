namespace Supply.Plots;

/// <summary>An explanation on a panel that is not data.</summary>
public abstract record Annotation
{
    private protected Annotation()
    {
    }

    /// <summary>The kind of annotation in words, for messages.</summary>
    internal abstract string Words { get; }
}
