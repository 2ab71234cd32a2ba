namespace Supply.Programs;

/// <summary>An uncertain number that is constant within a replication.</summary>
/// <param name="Key">The address of its draw.</param>
/// <param name="Name">Its name in tables.</param>
/// <param name="Reach">The least and the greatest value it can be drawn or given as.</param>
/// <param name="Prior">Its value from its draw.</param>
internal sealed record ParameterRef(string Key, string Name, Bounds Reach, Term Prior);
