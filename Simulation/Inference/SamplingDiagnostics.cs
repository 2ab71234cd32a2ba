namespace Supply.Inference;

/// <summary>How reliable the particles of a run are.</summary>
/// <param name="IsUsable">Whether nothing speaks against using them.</param>
/// <param name="Verdict">The same in a sentence, with the reasons.</param>
/// <param name="Coordinates">Each coordinate, in their order.</param>
/// <param name="Moves">How often each kind of move was accepted.</param>
/// <param name="Exponents">The exponents of the population that needed most.</param>
/// <param name="Sweeps">Moves of all particles, over all populations.</param>
/// <param name="Simulations">Particles simulated.</param>
/// <param name="FailedSimulations">Simulations that failed; never accepted.</param>
/// <param name="Impossible">Proposals and first draws whose likelihood was 0 or not a number.</param>
[TypeFormatterSource(typeof(NotebookFormats))]
public sealed record SamplingDiagnostics(
    bool IsUsable, string Verdict, IReadOnlyList<CoordinateDiagnostics> Coordinates, IReadOnlyList<MoveDiagnostics> Moves,
    int Exponents, int Sweeps, long Simulations, long FailedSimulations, long Impossible) : IShown
{
    /// <summary>The largest nested R-hat of the coordinates; 1 at best.</summary>
    public double LargestRHat => Coordinates.Max(coordinate => coordinate.NestedRHat);

    /// <summary>The smallest effective sample size of the coordinates.</summary>
    public double SmallestEffectiveSize => Coordinates.Min(coordinate => coordinate.EffectiveSize);

    /// <summary>The same as HTML, for a cell of a notebook or for a page; all text in it is escaped.</summary>
    public string ToHtml() => InferenceHtml.Of(this);

    string IShown.ToPlainText() => Verdict;
}
