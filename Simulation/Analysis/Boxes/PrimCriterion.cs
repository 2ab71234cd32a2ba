namespace Supply.Analysis;

/// <summary>Which of the possible peels is taken.</summary>
public enum PrimCriterion
{
    /// <summary>
    /// The one whose removed rows lie farthest below the rest in standard errors of that difference. Where all peels remove as many rows it
    /// is the one that leaves the highest mean; a case of a choice, which removes many more, then does not win by chance.
    /// </summary>
    StandardError,

    /// <summary>The one that leaves the highest mean, however many rows it removes (Friedman and Fisher 1999).</summary>
    Mean,

    /// <summary>
    /// The one with the highest gain of the mean for each row removed (Kwakkel and Jaxa-Rozen 2016): fairer where ties and cases of choices
    /// remove more rows than others.
    /// </summary>
    MeanPerRow,
}
