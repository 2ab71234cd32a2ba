namespace Supply.Analysis;

/// <summary>An input that a design varies, alone or with others as a group.</summary>
/// <param name="Name">The input or group in words.</param>
/// <param name="Members">The places of its members among the dimensions of a point, from 0; at least one.</param>
/// <param name="Sources">Where the values come from.</param>
public sealed record SensitivityInput(string Name, Items<int> Members, Items<Source> Sources)
{
    /// <summary>Witnesses with grades, <c>assumed</c>, or nothing.</summary>
    public string SourceWords => Supply.Studies.SourceText.Of(Sources);
}
