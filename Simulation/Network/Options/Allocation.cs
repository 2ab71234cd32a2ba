namespace Supply;

/// <summary>
/// How the routes and consumers that draw on one stockpile share what is there when it is less than they want, for each calibre
/// separately. Where there is enough, each gets what it wants under any rule.
/// </summary>
public abstract record Allocation
{
    private protected Allocation() { }

    /// <summary>
    /// False: routes are dispatched first, and consumers fire what is left. True: the consumers' required rounds and backlog count
    /// alongside the routes' wishes, so dispatch leaves the consumers their part. Default false.
    /// </summary>
    public bool WithConsumers { get; init; }

    /// <summary>Each gets the same share of what it wants.</summary>
    public static Allocation Proportional { get; } = new ProportionalAllocation();

    /// <summary>One after another in the order of the description; each takes as much as it wants until nothing is left.</summary>
    public static Allocation InOrder { get; } = new InOrderAllocation();

    /// <summary>
    /// Each wish is spread evenly over priorities from its own less half the width to its own plus half the width; the highest are served
    /// first. A small width serves strictly by priority, a large one almost in proportion.
    /// </summary>
    /// <param name="width">Width in units of <see cref="Route.Priority"/> and <see cref="Consumer.Priority"/>, at least 1e-9.</param>
    public static Allocation ByPriority(double width) => new PriorityAllocation(width);

    /// <summary>
    /// Those with the fewest days of supply are served first, until all have equally many. Days of supply are the rounds at a route's
    /// destination and in transit to it, over the rate required there and further down. A consumer counts as if it had no rounds.
    /// </summary>
    public static Allocation EqualCover { get; } = new EqualCoverAllocation();

    /// <summary>For people, for example <c>proportional</c>.</summary>
    public sealed override string ToString() => Words + (WithConsumers ? ", with consumers" : "");

    /// <summary>The rule in words.</summary>
    private protected abstract string Words { get; }
}

internal sealed record ProportionalAllocation : Allocation
{
    private protected override string Words => "proportional";
}

internal sealed record InOrderAllocation : Allocation
{
    private protected override string Words => "in order";
}

internal sealed record PriorityAllocation(double Width) : Allocation
{
    private protected override string Words => $"by priority, width {UncertainWords.Digits(Width)}";
}

internal sealed record EqualCoverAllocation : Allocation
{
    private protected override string Words => "equal cover";
}
