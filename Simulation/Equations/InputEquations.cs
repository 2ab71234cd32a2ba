using Supply.Programs;
using static Supply.Programs.Arithmetic;

namespace Supply.Equations;

/// <summary>
/// Inputs of rounds: sources fill the stocks, lines draw on them. A line makes what it wants as far as its scarcest input
/// allows; lines that share an input are cut to it in proportion. A line that a substituted share scales up makes what is beyond
/// its plan from inputs of its own, which are not modelled: so its draw on the stocks is that of its plan.
/// </summary>
/// <param name="side">The network.</param>
/// <param name="scale">Multiplier of the capacity of lines of a calibre in this step.</param>
internal sealed class InputEquations(Side side, Func<Calibre, Term> scale)
{
    /// <summary>
    /// Inputs that allow no more than the output and this share of what is wanted all bind: two that are used up have rests of
    /// rounding, and neither is the scarcer one.
    /// </summary>
    private const double Tie = 1e-9;

    private readonly Dictionary<string, Term> granted = [];
    private readonly Dictionary<string, Term> used = [];

    /// <summary>Gross rounds that a line makes in this step, as far as its inputs allow.</summary>
    public Term Made(ProductionLine line)
    {
        var wanted = Wanted(line);
        if (line.Inputs.Count == 0) return wanted;
        Term[] allowed = [.. line.Inputs.Select(use => wanted * Granted(use.Stock))];
        var made = side.Rounding.Down(allowed.Aggregate(Min));
        Hold(line, wanted, allowed, made);
        foreach (var use in line.Inputs)
        {
            used[use.Stock] = used.GetValueOrDefault(use.Stock, side.Zero) + made * PerRound(line, use);
        }

        return made;
    }

    /// <summary>Takes what all lines used from the stocks.</summary>
    public void Use()
    {
        foreach (var stock in side.Parts<InputStock>().Where(stock => used.ContainsKey(stock.Name)))
        {
            var level = InputSupply.Stock(stock, side);
            // As a share of the stock, so that rounding cannot take more than there is.
            var taken = (level.Now * Share(used[stock.Name], level.Now)).Named("used", stock);
            level.Now -= taken;
            side.Book(Quantity.InputUsed, stock, taken);
        }
    }

    /// <summary>Gross rounds that a line wants to make.</summary>
    private Term Wanted(ProductionLine line) =>
        side.Rounding.Run(ChangeEquations.Capacity(side, line) * scale(line.Calibre), side.Label("produced", line.Name));

    /// <summary>The share of what all lines want of an input that its stock covers.</summary>
    private Term Granted(string stock)
    {
        if (granted.TryGetValue(stock, out var share)) return share;
        var there = InputSupply.Stock(side.Part<InputStock>(stock), side).Now;
        var wanted = side.Sum(
            from line in side.Parts<ProductionLine>()
            from use in line.Inputs
            where use.Stock == stock
            select Wanted(line) * PerRound(line, use)).Named("wanted", stock);
        return granted[stock] = If(wanted > 0, Min(1, there / wanted), 1).Named("share granted", stock);
    }

    /// <summary>Books what is not made under the scarcest input, in equal parts where several are as scarce.</summary>
    private void Hold(ProductionLine line, Term wanted, Term[] allowed, Term made)
    {
        var cell = new Cell(line.Calibre, line.Origin);
        var missing = wanted - made;
        var scarce = allowed.Aggregate(Min) + Tie * wanted;
        Term[] binds = [.. allowed.Select(rounds => 1 - (rounds > scarce))];
        var each = missing / side.Sum(binds);
        foreach (var (use, bind) in line.Inputs.Zip(binds))
        {
            side.Book(Quantity.HeldByInput, side.Part<InputStock>(use.Stock), cell, bind * each);
        }
    }

    private Term PerRound(ProductionLine line, InputUse use) =>
        side.Number(line, $"inputs/{side.Part<InputStock>(use.Stock).Key}") / Max(1, scale(line.Calibre));
}
