using Supply.Compilation;

namespace Supply.Equations;

/// <summary>
/// Inputs of rounds: sources fill the stocks, lines draw on them. A line makes what it wants as far as its scarcest input
/// allows; lines that share an input are cut to it in proportion. A line that a substituted share scales up makes what is beyond
/// its plan from inputs of its own, which are not modelled: so its draw on the stocks is that of its plan.
/// </summary>
/// <param name="side">The network.</param>
/// <param name="scale">What the capacity of lines of a calibre is multiplied with in this step.</param>
internal sealed class InputEquations(Side side, Func<Calibre, Term> scale)
{
    /// <summary>
    /// Inputs that allow no more than the output and this share of what is wanted all bind: two that are used up have rests of
    /// rounding, and neither is the scarcer one.
    /// </summary>
    private const double Tie = 1e-9;

    private readonly Dictionary<string, Term> granted = [];
    private readonly Dictionary<string, Term> used = [];

    /// <summary>Gross rounds of a line in this step, its inputs taken into account.</summary>
    public Term Output(ProductionLine line)
    {
        var b = side.Builder;
        var wanted = Wanted(line);
        if (line.Inputs.Count == 0) return wanted;
        Term[] allowed = [.. line.Inputs.Select(use => b.Multiply(wanted, Granted(use.Stock)))];
        var output = side.Rounding.Down(allowed.Aggregate(b.Min));
        Hold(line, wanted, allowed, output);
        foreach (var use in line.Inputs)
        {
            used[use.Stock] = b.Add(used.GetValueOrDefault(use.Stock, b.Zero), b.Multiply(output, PerRound(line, use)));
        }

        return output;
    }

    /// <summary>Takes what all lines used from the stocks.</summary>
    public void Use()
    {
        var b = side.Builder;
        foreach (var stock in side.Parts<InputStock>().Where(stock => used.ContainsKey(stock.Name)))
        {
            var level = InputSupply.Stock(stock, side);
            // As a share of the stock, so that rounding cannot take more than there is.
            var taken = b.Multiply(b.Read(level), b.Share(used[stock.Name], b.Read(level)));
            taken.Label ??= side.Label("used", stock.Name);
            b.Set(level, b.Subtract(b.Read(level), taken));
            side.Ledger.Book(Quantity.InputUsed, side, stock, taken);
        }
    }

    private Term Wanted(ProductionLine line) =>
        side.Rounding.Run(side.Builder.Multiply(side.Capacity(line, line.Capacity), scale(line.Calibre)), side.Label("produced", line.Name));

    /// <summary>The share of what all lines want of an input that its stock covers.</summary>
    private Term Granted(string stock)
    {
        if (granted.TryGetValue(stock, out var share)) return share;
        var b = side.Builder;
        var there = b.Read(InputSupply.Stock(side.Part<InputStock>(stock), side));
        var wanted = b.Sum(
            from line in side.Parts<ProductionLine>()
            from use in line.Inputs
            where use.Stock == stock
            select b.Multiply(Wanted(line), PerRound(line, use)));
        wanted.Label ??= side.Label("wanted", stock);
        share = b.Select(b.Less(b.Zero, wanted), b.Min(b.One, b.Divide(there, wanted)), b.One);
        share.Label ??= side.Label("share granted", stock);
        return granted[stock] = share;
    }

    /// <summary>Books what is not made under the scarcest input, in equal parts where several are as scarce.</summary>
    private void Hold(ProductionLine line, Term wanted, Term[] allowed, Term output)
    {
        var b = side.Builder;
        var missing = b.Subtract(wanted, output);
        var scarce = b.Add(allowed.Aggregate(b.Min), b.Multiply(b.Constant(Tie), wanted));
        Term[] binds = [.. allowed.Select(rounds => b.Rest(b.Less(scarce, rounds)))];
        var each = b.Divide(missing, b.Sum(binds));
        foreach (var (use, bind) in line.Inputs.Zip(binds))
        {
            side.Ledger.Book(Quantity.HeldByInput, side, use.Stock, line.Calibre, line.Origin, b.Multiply(bind, each));
        }
    }

    private Term PerRound(ProductionLine line, InputUse use)
    {
        var b = side.Builder;
        var perRound = side.Numbers.Of(use.PerRound.Value, side.Address(line, $"inputs/{side.Part<InputStock>(use.Stock).Key}"));
        var grown = scale(line.Calibre);
        return grown == b.One ? perRound : b.Divide(perRound, b.Max(b.One, grown));
    }
}
