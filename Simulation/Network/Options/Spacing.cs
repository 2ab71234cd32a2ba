namespace Supply;

/// <summary>How unequal the intervals between calls are; each is drawn independently, and their mean is the interval.</summary>
public abstract record Spacing
{
    private protected Spacing() { }

    /// <summary>
    /// Erlang: as if a ship had to pass stages of equal mean between two calls. The coefficient of variation is 1 over the square root of
    /// the order.
    /// </summary>
    /// <param name="order">The number of stages, 1 to 20; 1 makes calls a Poisson process.</param>
    public static Spacing Erlang(int order) => new ErlangSpacing(order);

    /// <summary>Log-normal. The coefficient of variation is the square root of exp(spread squared) - 1.</summary>
    /// <param name="spread">
    /// Standard deviation of the logarithm of an interval, at least 0; 0 makes all intervals equal. Drawn once per replication.
    /// </param>
    public static Spacing LogNormal(Factor spread) => new LogNormalSpacing(spread);

    /// <summary>For people, for example <c>Erlang of order 2</c>.</summary>
    public sealed override string ToString() => Words;

    /// <summary>The words of <see cref="ToString"/>.</summary>
    private protected abstract string Words { get; }
}

internal sealed record ErlangSpacing(int Order) : Spacing
{
    private protected override string Words => FormattableString.Invariant($"Erlang of order {Order}");
}

internal sealed record LogNormalSpacing(Factor Spread) : Spacing
{
    private protected override string Words => $"log-normal, spread {Spread.Value}";
}
