namespace Supply;

/// <summary>
/// How the uncertain numbers of an ensemble that are constant within a replication are drawn. Whatever it is, a number keeps its draws when
/// others are added, and a smaller ensemble equals the first replications of a larger one. What varies from step to step is always drawn
/// independently.
/// </summary>
public enum EnsembleDesign
{
    /// <summary>Each independently of all others, by Philox.</summary>
    Independent,

    /// <summary>
    /// By 16 independent randomisations of Sobol's points (Sobol 1967), scrambled as Owen (1995) does: replication r is point r / 16 of
    /// randomisation r modulo 16. Each number is spread evenly over its range, so that fewer replications do; best is 16 times a power of
    /// two, such as 512 or 1,024. Standard errors are those between randomisations (L'Ecuyer and Lemieux 2002), with 15 degrees of
    /// freedom.
    /// </summary>
    Sobol,
}
