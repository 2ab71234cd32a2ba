namespace Supply.Analysis;

/// <summary>Which of the possible peels is taken.</summary>
public enum PrimCriterion
{
    /// <summary>The one that leaves the highest mean (Friedman and Fisher 1999).</summary>
    Mean,

    /// <summary>
    /// The one with the highest gain of the mean for each row removed (Kwakkel and Jaxa-Rozen 2016): fairer where ties and cases of choices
    /// remove more rows than others.
    /// </summary>
    MeanPerRow,
}
