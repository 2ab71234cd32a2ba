namespace Supply.Equations;

/// <summary>Rounds of one calibre and origin.</summary>
internal readonly record struct Cell(Calibre Calibre, Origin Origin)
{
    public override string ToString() => $"{Calibre}, {Origin}";
}
