namespace Supply.Evidence;

/// <summary>
/// A person or body that vouches for published figures. A figure that press or think tanks pass on is attributed to their briefer.
/// </summary>
/// <param name="Name">The name of the witness in tables.</param>
/// <param name="Reliability">Admiralty letter, A..F, by the kind of source.</param>
/// <param name="Organisations">
/// Words of the organisations that the witness answers for; an organisation belongs to the first witness of a list one of whose words it
/// contains, upper and lower case as written.
/// </param>
public sealed record Witness(string Name, char Reliability, Items<string> Organisations)
{
    /// <summary>Whether one of the words occurs in the name of an organisation.</summary>
    internal bool AnswersFor(string organisation) => Organisations.Any(word => organisation.Contains(word, StringComparison.Ordinal));
}
