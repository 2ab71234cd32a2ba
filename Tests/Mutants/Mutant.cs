namespace Supply.Mutants;

/// <summary>A small error in the library.</summary>
/// <param name="Number">Its number, from 0.</param>
/// <param name="Place">File and line.</param>
/// <param name="Change">The change in words.</param>
/// <param name="Text">The expression that is changed.</param>
internal sealed record Mutant(int Number, string Place, string Change, string Text)
{
    public override string ToString() => $"{Number} {Place}: {Change} in {Text}";
}

/// <summary>How the tests answer a mutant.</summary>
internal enum Outcome
{
    /// <summary>A test fails.</summary>
    Killed,

    /// <summary>Tests run through it, and none fails.</summary>
    Survived,

    /// <summary>No test runs through it.</summary>
    Unreached,
}
