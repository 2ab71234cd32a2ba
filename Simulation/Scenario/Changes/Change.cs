namespace Supply;

/// <summary>
/// One dated edit of a scenario. It acts from the first step that starts on or after <see cref="From"/>, up to but without
/// the first step that starts on or after <see cref="Until"/>.
/// </summary>
/// <param name="From">When it begins; inside the horizon.</param>
public abstract record Change(Moment From)
{
    /// <summary>When it ends, after <see cref="From"/>; null: at the end of the horizon. Default null.</summary>
    public Moment? Until { get; init; }

    /// <summary>The kind, what it acts on and when it begins, for example <c>depot strike on "Rear depots" from 2025-06-01</c>.</summary>
    public sealed override string ToString() => ChangeWords.Of(this);
}
