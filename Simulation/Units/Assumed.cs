namespace Supply;

/// <summary>A number on which the record is silent.</summary>
/// <param name="Reason">Why this number.</param>
public sealed record Assumed(string Reason) : Source
{
    /// <summary>For people, for example <c>assumed: nobody says</c>.</summary>
    public override string ToString() => $"assumed: {Reason}";
}
