namespace Supply.Analysis;

/// <summary>One input of a data set: its value in each row.</summary>
/// <param name="Name">The input in words.</param>
/// <param name="Values">One value for each row, finite; for a choice the index of its case, from 0.</param>
public sealed record InputColumn(string Name, Items<double> Values)
{
    /// <summary>The labels of the cases of a choice, in order; none for a number. Default none.</summary>
    public Items<string> Cases { get; init; } = Items<string>.Empty;

    /// <summary>The address of its draw. Default empty: it is not drawn.</summary>
    public string Key { get; init; } = "";

    /// <summary>Where its values come from. Default none.</summary>
    public Items<Source> Sources { get; init; } = Items<Source>.Empty;

    /// <summary>Whether its values are cases, which have no order.</summary>
    public bool IsChoice => Cases.Count > 0;

    /// <summary>Witnesses with grades, <c>assumed</c>, or nothing.</summary>
    public string SourceWords => Supply.Studies.SourceText.Of(Sources);

    /// <summary>The case of a choice in a row.</summary>
    internal int Case(int row) => Math.Clamp((int)Math.Floor(Values[row] + 0.5), 0, Cases.Count - 1);
}
