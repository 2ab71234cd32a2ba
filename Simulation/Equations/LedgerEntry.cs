using Supply.Programs;


namespace Supply.Equations;

/// <summary>A flow of one step or a level at its end, at its finest: one place or route, calibre and origin.</summary>
/// <param name="Quantity">The quantity it counts.</param>
/// <param name="Side">The network.</param>
/// <param name="Place">The part where it is booked.</param>
/// <param name="Calibre">The calibre; null where the quantity has none (inputs, guns, barrels, voyages, values).</param>
/// <param name="Origin">The origin; null where the quantity has none (a required rate).</param>
/// <param name="Term">Rounds in the step, or rounds at its end.</param>
internal sealed record LedgerEntry(Quantity Quantity, string Side, string Place, Calibre? Calibre, Origin? Origin, Term Term);
