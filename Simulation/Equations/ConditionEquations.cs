using Supply.Programs;
using static Supply.Programs.Arithmetic;

namespace Supply.Equations;

/// <summary>Conditions of changes: whether stock is below a limit at the start of the step, before anything moves.</summary>
internal sealed class ConditionEquations(Side side)
{
    private readonly Dictionary<PlacedChange, Term> holds = [];

    /// <summary>Takes stock for all conditions, at the start of the step.</summary>
    public void Measure()
    {
        foreach (var placed in side.Changes)
        {
            if (placed.Change.If is not { } condition) continue;
            var cells = side.Parts<Stockpile>().SelectMany(place =>
                side.Topology.Cells(place.Name, condition.Calibre).Select(cell => side.Stores[place.Name, cell].Now));
            holds[placed] = If(side.Sum(cells) < side.Number(placed, "if/below"), 1, side.Zero)
                .Named("condition", side.Network.Name, condition.Calibre);
        }
    }

    /// <summary>1 in the steps in which a change acts, else 0.</summary>
    public Term Acts(PlacedChange placed)
    {
        var flag = ChangeEquations.Flag(side, placed.Change);
        return holds.TryGetValue(placed, out var condition) ? flag * condition : flag;
    }
}
