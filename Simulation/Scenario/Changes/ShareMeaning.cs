namespace Supply;

/// <summary>The meaning of a target share for the other sources.</summary>
public enum ShareMeaning
{
    /// <summary>The origin is ordered on top of the others, which stay as planned.</summary>
    Added,

    /// <summary>
    /// Planned supply stays as large as it was; the others are scaled to make room, lines beyond their plan with the inputs of what they
    /// add: a labelled counterfactual.
    /// </summary>
    Substituted,
}
