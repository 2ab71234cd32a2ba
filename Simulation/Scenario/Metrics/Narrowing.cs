namespace Supply;

/// <summary>The ways in which a quantity can be narrowed, in addition to its place.</summary>
/// <param name="Calibre">Whether it has a calibre.</param>
/// <param name="Origin">Whether it has an origin.</param>
/// <param name="Refusal">The message to somebody who narrows it in a way it does not allow; {0} stands for its name.</param>
internal sealed record Narrowing(bool Calibre, bool Origin, string Refusal = "")
{
    /// <summary>Rounds that somebody made.</summary>
    public static Narrowing Rounds { get; } = new(Calibre: true, Origin: true);

    /// <summary>Rounds that are wanted: any will do.</summary>
    public static Narrowing Wanted { get; } = new(Calibre: true, Origin: false, "what is required has no origin; leave it out.");

    /// <summary>Orders and what rounds cost.</summary>
    public static Narrowing Orders { get; } = new(Calibre: true, Origin: false, "orders and costs have no origin; leave it out.");

    /// <summary>Something that has a calibre, whoever made its rounds.</summary>
    public static Narrowing Calibres { get; } = new(Calibre: true, Origin: false, "{0} has no origin; leave it out.");

    /// <summary>Inputs, guns and barrels, voyages and accounts.</summary>
    public static Narrowing Things { get; } =
        new(Calibre: false, Origin: false, "{0} counts no rounds and has no calibre or origin; leave them out.");

    /// <summary>All fire of one side over all fire of another.</summary>
    public static Narrowing Sides { get; } =
        new(Calibre: false, Origin: false,
            "it compares all rounds of one side with all of the other; leave place, calibre and origin out.");

    /// <summary>Whether a metric asks for a calibre or an origin that the quantity does not have.</summary>
    public bool Refuses(Metric metric) => !Calibre && metric.Calibre is not null || !Origin && metric.Origin is not null;
}
