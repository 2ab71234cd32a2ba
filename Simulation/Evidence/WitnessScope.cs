namespace Supply.Evidence;

/// <summary>
/// How much of a subject a witness counts, where that is known to differ from the model: the prior of the scope factor, the witness's
/// count over the model's. Without one the factor is about 1, the nearer the more reliable the witness is.
/// </summary>
/// <param name="Witness">The name of the witness, or <see cref="Anybody"/>.</param>
/// <param name="Subject">The counted quantity, as <see cref="EvidenceRow.Subject"/>.</param>
/// <param name="Mean">Mean of the natural logarithm of the factor; finite.</param>
/// <param name="Sd">Its standard deviation; finite and above 0.</param>
/// <param name="DriftPerYear">Standard deviation of its drift in a year; finite, 0 for none. Default 0.</param>
public sealed record WitnessScope(string Witness, string Subject, double Mean, double Sd, double DriftPerYear = 0)
{
    /// <summary>Stands for every witness without a scope of its own on the subject.</summary>
    public const string Anybody = "*";

    /// <summary>
    /// The side that is counted, the name of a network: a witness may count one side as the model does and another not. Null: any. Default
    /// null.
    /// </summary>
    public string? Side { get; init; }
}
