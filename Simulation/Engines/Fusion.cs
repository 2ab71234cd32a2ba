using Supply.Maths;
using Supply.Programs;

namespace Supply.Engines;

/// <summary>An instruction of a block: an operation over up to four rows, or a plain instruction if it has no operation.</summary>
internal readonly record struct FusedInstruction(RowOperation? Operation, Instruction Plain, int A, int B, int C, int D);

/// <summary>
/// Joins instructions of a step whose results only one other reads, so that these results need not go through memory. An inner
/// instruction moves down to its reader, which is allowed as long as nothing in between overwrites its operands. Results that nothing
/// reads after the step get new rows, because the old ones were assigned as if nothing moved.
/// </summary>
internal sealed class Fusion
{
    /// <summary>An instruction that may be joined with others.</summary>
    private sealed class Candidate
    {
        public required Instruction Plain { get; init; }

        public RowOperation? Operation { get; set; }

        /// <summary>Operand rows, and for each the instruction that wrote it; -1: it was there before the step.</summary>
        public required List<(int Row, int Writer)> Operands { get; set; }

        public int Readers { get; set; }

        /// <summary>Whether other code expects its result in its row.</summary>
        public bool IsFixed { get; set; }

        /// <summary>The row of its result.</summary>
        public int Row { get; set; }

        public bool IsGone { get; set; }
    }

    private readonly Candidate[] candidates;
    private readonly Dictionary<int, double> constants;

    private Fusion(StepProgram program)
    {
        constants = program.Constants.ToDictionary(constant => constant.Row, constant => constant.Value);
        candidates = new Candidate[program.Step.Length];
        var writers = new Dictionary<int, int>();
        HashSet<int> kept = [.. program.RowsReadAfterStep(), .. program.Delays.Select(delay => delay.Input)];
        for (var i = 0; i < candidates.Length; i++)
        {
            var plain = program.Step[i];
            int[] rows = plain.Op == Op.Lookup ? program.Lookups[plain.Index].Points : [plain.A, plain.B, plain.C];
            candidates[i] = new() { Plain = plain, Operation = OperationOf(plain.Op),
                Operands = [.. rows.Where(row => row >= 0).Select(row => (row, writers.GetValueOrDefault(row, -1)))] };
            foreach (var (row, writer) in candidates[i].Operands)
            {
                if (writer >= 0) candidates[writer].Readers++;
                else kept.Add(row);
            }

            writers[plain.Result] = i;
        }

        foreach (var (row, writer) in writers.Where(pair => kept.Contains(pair.Key))) Fix(candidates[writer]);

        // A path finds its points by their rows.
        foreach (var point in candidates.Where(candidate => candidate.Plain.Op == Op.Lookup).SelectMany(candidate => candidate.Operands)
            .Where(point => point.Writer >= 0))
        {
            Fix(candidates[point.Writer]);
        }

        static void Fix(Candidate candidate) =>
            (candidate.IsFixed, candidate.Row, candidate.Readers) = (true, candidate.Plain.Result, candidate.Readers + 1);
    }

    /// <summary>The step of a program with fused instructions.</summary>
    /// <param name="program">The program.</param>
    /// <param name="firstRow">The first of the rows available for results within a step.</param>
    /// <returns>The instructions, and the number of such rows they use.</returns>
    public static (FusedInstruction[] Step, int Rows) Of(StepProgram program, int firstRow)
    {
        var fusion = new Fusion(program);
        for (var i = 0; i < fusion.candidates.Length; i++) fusion.Fuse(i);
        var rows = fusion.Place(firstRow);
        return ([.. fusion.candidates.Where(candidate => !candidate.IsGone).Select(fusion.ToInstruction)], rows);
    }

    /// <summary>Assigns rows to results within the step, the most recently used first, because it is still in the nearest cache.</summary>
    private int Place(int firstRow)
    {
        var last = new int[candidates.Length];
        for (var i = 0; i < candidates.Length; i++)
        {
            if (candidates[i].IsGone) continue;
            foreach (var (_, writer) in candidates[i].Operands.Where(operand => operand.Writer >= 0)) last[writer] = i;
        }

        var (free, rows) = (new Stack<int>(), 0);
        for (var i = 0; i < candidates.Length; i++)
        {
            if (candidates[i].IsGone) continue;
            foreach (var writer in candidates[i].Operands.Select(operand => operand.Writer).Distinct()
                .Where(writer => writer >= 0 && !candidates[writer].IsFixed && last[writer] == i))
            {
                free.Push(candidates[writer].Row);
            }
            if (!candidates[i].IsFixed) candidates[i].Row = free.TryPop(out var row) ? row : firstRow + rows++;
        }

        return rows;
    }

    private FusedInstruction ToInstruction(Candidate candidate)
    {
        int Row(int place) =>
            place >= candidate.Operands.Count ? 0 : candidate.Operands[place] is (_, >= 0 and var writer) ? candidates[writer].Row
            : candidate.Operands[place].Row;
        var plain = candidate.Plain with { Result = candidate.Row, A = Row(0), B = Row(1), C = Row(2) };
        return new(candidate.Operation, plain, Row(0), Row(1), Row(2), Row(3));
    }

    private static RowOperation? OperationOf(Op op) => op switch
    {
        Op.Add => RowOperation.Add,
        Op.Subtract => RowOperation.Subtract,
        Op.Multiply => RowOperation.Multiply,
        Op.Divide => RowOperation.Divide,
        Op.Min => RowOperation.Min,
        Op.Max => RowOperation.Max,
        Op.Less => RowOperation.Less,
        Op.Select => RowOperation.Select,
        Op.Sqrt => RowOperation.Sqrt,
        Op.Exp => RowOperation.Exp,
        Op.Log => RowOperation.Log,
        Op.Floor => RowOperation.Floor,
        Op.FlushTiny => RowOperation.FlushTiny,
        _ => null,
    };

    private void Fuse(int at)
    {
        if (FuseSelect(at)) return;
        for (var place = 0; place < candidates[at].Operands.Count; place++)
        {
            if (candidates[at].Operation is not { } outer
                || Inner(at, candidates[at].Operands[place].Writer) is not { Operation: { } operation } inner)
            {
                continue;
            }
            if (RowOperation.Fuse(outer, place, operation) is not { } fused) continue;
            candidates[at].Operation = fused;
            candidates[at].Operands = [.. candidates[at].Operands[..place], .. inner.Operands, .. candidates[at].Operands[(place + 1)..]];
            inner.IsGone = true;
            return;
        }
    }

    /// <summary>The form in which a share or a part of a whole is written: (l &lt; r) ? value : 0.</summary>
    private bool FuseSelect(int at)
    {
        if (candidates[at] is not { Plain.Op: Op.Select, Operands: [(_, var condition), var value, (var otherwise, _)] }
            || !IsConstant(otherwise, 0))
        {
            return false;
        }
        if (Inner(at, condition) is not { Plain.Op: Op.Less, Operands: [var low, var high] } less) return false;

        // 0 < pool ? min(1, wanted / pool) : 0
        if (IsConstant(low.Row, 0) && Inner(at, value.Writer) is { Plain.Op: Op.Min, Operands: [(var one, _), (_, var quotient)] } min
            && IsConstant(one, 1)
            && Inner(at, quotient) is { Plain.Op: Op.Divide, Operands: [_, var pool] } divide && pool == high)
        {
            return Replace(at, RowOperation.Share, divide.Operands, less, min, divide);
        }

        // fraction * whole < part ? part : 0
        return value == high && Inner(at, low.Writer) is { Operation: { } operation } product && operation == RowOperation.Multiply
            && Replace(at, RowOperation.IfAbove, [.. product.Operands, value], less, product);
    }

    private bool Replace(int at, RowOperation operation, List<(int Row, int Writer)> operands, params ReadOnlySpan<Candidate> gone)
    {
        (candidates[at].Operation, candidates[at].Operands) = (operation, operands);
        foreach (var candidate in gone) candidate.IsGone = true;
        return true;
    }

    private bool IsConstant(int row, double value) => constants.TryGetValue(row, out var constant) && constant.Equals(value);

    /// <summary>An instruction that may move down to its only reader; null: it may not.</summary>
    private Candidate? Inner(int at, int writer)
    {
        if (writer < 0 || candidates[writer] is not { Readers: 1, IsGone: false } inner) return null;
        for (var between = writer + 1; between < at; between++)
        {
            if (candidates[between] is { IsGone: false, IsFixed: true, Row: var row }
                && inner.Operands.Any(operand => operand.Row == row && (operand.Writer < 0 || candidates[operand.Writer].IsFixed)))
            {
                return null;
            }
        }

        return inner;
    }
}
