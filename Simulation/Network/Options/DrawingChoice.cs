namespace Supply;

/// <summary>
/// A <see cref="Drawing"/> of which nobody is sure: each replication draws one of several rules. The choice is a one-of like any other,
/// with the address <c>drawing</c>, so that tables list it and a posterior carries it.
/// </summary>
public sealed record DrawingChoice : Drawing
{
    private DrawingChoice(Uncertain choice, Items<Drawing> drawings) => (Choice, Drawings) = (choice, drawings);

    /// <summary>The one-of whose value is the number of the rule, from 0.</summary>
    public Uncertain Choice { get; private init; }

    /// <summary>The rules, in the order of the cases of the choice.</summary>
    public Items<Drawing> Drawings { get; }

    /// <summary>The rules with their labels and weights.</summary>
    public IEnumerable<DrawingAlternative> Cases => ((OneOfValue)Choice).Cases
        .Zip(Drawings, (one, drawing) => new DrawingAlternative(one.Label, one.Weight, drawing));

    /// <summary>The shared name, or null for a draw of its own.</summary>
    internal string? Name => Choice.Name;

    /// <summary>The address of the draw: the name given first.</summary>
    internal string? Key => Choice.Key;

    /// <summary>This choice as one draw with many uses: all of one name draw the same case; their labels and weights must agree.</summary>
    public DrawingChoice Named(string name) => this with { Choice = Choice.Named(name) };

    /// <summary>This choice with the rows of the evidence that its weights rest on, see <see cref="Uncertain.Cited"/>.</summary>
    /// <param name="asOf">The date to which the weights refer.</param>
    /// <param name="grade">Admiralty grade: A..F for the source, 1..6 for the information, for example <c>B2</c>.</param>
    /// <param name="lineage">The witness, for example <c>RUSI</c>; rows of one lineage are not independent.</param>
    /// <param name="note">How the weights follow from the rows.</param>
    /// <param name="rows">Ids of rows in the evidence, for example <c>E001</c>.</param>
    public DrawingChoice Cited(DateOnly asOf, string grade, string lineage, string note, params string[] rows) =>
        this with { Choice = Choice.Cited(asOf, grade, lineage, note, rows) };

    /// <summary>This choice as an assumption, with its reason.</summary>
    public DrawingChoice Assumed(string reason) => this with { Choice = Choice.Assumed(reason) };

    internal static DrawingChoice Of(ReadOnlySpan<DrawingAlternative> cases)
    {
        var (alternatives, drawings) = (new Alternative[cases.Length], new Drawing[cases.Length]);
        for (var i = 0; i < cases.Length; i++)
        {
            (alternatives[i], drawings[i]) = (new(cases[i].Label, cases[i].Weight, i), cases[i].Drawing);
        }

        return new(Uncertain.OneOf(alternatives), Items.Of<Drawing>(drawings));
    }

    /// <summary>This choice with the name, key and source of a number.</summary>
    internal DrawingChoice Like(Uncertain number) => this with { Choice = number };

    private protected override string Words => "one of " + string.Join("; ", Cases);
}
