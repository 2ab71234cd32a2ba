namespace Supply;

/// <summary>
/// Which rounds of a calibre leave a stockpile or a reserve first where rounds of several origins are there. It decides neither how many
/// leave nor who gets them, only their origins. What strikes destroy is in proportion under any rule.
/// </summary>
public abstract record Drawing
{
    private protected Drawing() { }

    /// <summary>Rounds of all origins in proportion to what is there.</summary>
    public static Drawing Proportional { get; } = new ProportionalDrawing();

    /// <summary>
    /// One origin after another: rounds of an origin leave once none of the one before is left. Rounds of origins that are not listed
    /// leave last, in proportion to what is there.
    /// </summary>
    /// <param name="origins">The origins that leave first, in their order; each once, at least one.</param>
    public static Drawing ByPreference(params ReadOnlySpan<Origin> origins) => new PreferenceDrawing(Items.Of(origins));

    /// <summary>
    /// The newest arrivals leave first (last in, first out, in classes of age). A cohort holds what arrived in one span; when a span
    /// begins, each cohort takes the place of the next older one, and the oldest keeps all that is older. Within a cohort rounds leave
    /// in proportion to what is there. What is there at the start is in the oldest cohort.
    /// </summary>
    /// <param name="cohorts">How many cohorts are told apart, 2 to 100, the oldest included.</param>
    /// <param name="span">Days of arrivals in a cohort, rounded to whole steps, at least one; the first begins at step 0.</param>
    public static Drawing NewestFirst(int cohorts, Days span) => new NewestFirstDrawing(cohorts, span);

    /// <summary>
    /// One of several rules, by weight: each replication draws one. Give it a name where several stockpiles and reserves are to draw the
    /// same case: <c>Drawing.OneOf(...).Named("drawing")</c>.
    /// </summary>
    /// <param name="cases">The rules with their labels and weights; none of them is itself one of several.</param>
    public static DrawingChoice OneOf(params ReadOnlySpan<DrawingAlternative> cases) => DrawingChoice.Of(cases);

    /// <summary>The rules that may apply, in the order of the cases; one, where there is no choice.</summary>
    internal Items<Drawing> Possible => this is DrawingChoice choice ? choice.Drawings : [this];

    /// <summary>For people, for example <c>in proportion</c>, <c>newest first, 4 cohorts of 30 days</c>.</summary>
    public sealed override string ToString() => Words;

    /// <summary>The rule in words.</summary>
    private protected abstract string Words { get; }
}

internal sealed record ProportionalDrawing : Drawing
{
    private protected override string Words => "in proportion";
}

internal sealed record PreferenceDrawing(Items<Origin> Origins) : Drawing
{
    private protected override string Words => $"{string.Join(", then ", Origins)} first";
}

internal sealed record NewestFirstDrawing(int Cohorts, Days Span) : Drawing
{
    private protected override string Words => FormattableString.Invariant($"newest first, {Cohorts} cohorts of {Span}");
}
