namespace Supply.Analysis;

/// <summary>One of the things that can be chosen.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Utility">Its worth in each row, finite; the higher the better.</param>
public sealed record Decision(string Name, Items<double> Utility);
