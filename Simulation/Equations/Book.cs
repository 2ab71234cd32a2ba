using Supply.Programs;

namespace Supply.Equations;

/// <summary>A book: what it held at the start and what came, less what went, is what it holds.</summary>
/// <param name="Name">Its name, in the listing and when it does not close.</param>
/// <param name="Counted">The thing that it counts; books with the same have one turnover.</param>
/// <param name="Held">The states that hold it.</param>
/// <param name="Came">The term that comes in a step.</param>
/// <param name="Went">The term that goes in a step.</param>
internal sealed record Book(string Name, string Counted, IReadOnlyList<StateRef> Held, Term Came, Term Went);
