namespace Supply.Evidence;

/// <summary>
/// A person or body that vouches for published figures. A figure that press or think tanks pass on is attributed to their briefer.
/// </summary>
/// <param name="Name">The name of the witness in tables.</param>
/// <param name="Reliability">Admiralty letter, A..F, by the kind of source.</param>
public sealed record Witness(string Name, char Reliability);
