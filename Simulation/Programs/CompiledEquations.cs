namespace Supply.Programs;

/// <summary>The equations of a compiled scenario, and what of them is recorded.</summary>
internal sealed record CompiledEquations(
    ProgramBuilder Builder, IReadOnlyList<RecordedSeries> Series, IReadOnlyList<RecordedScalar> Scalars,
    IReadOnlyList<(string Name, Term Residual, Term Scale)> Balances);
