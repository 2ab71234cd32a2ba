using System.Globalization;

namespace Supply.Programs;

/// <summary>
/// Writes terms as lines. A term that occurs more than once, and a piece of a term that would be too long for a line, has a
/// line of its own above the first that mentions it, and the name of the part of that line with a number.
/// </summary>
internal sealed class LineWriter(ProgramBuilder builder, TermNames names, TermUses uses, PartNames parts)
{
    // Room for the longest indent.
    private const int LongestExpression = ExplanationLine.Longest - 8;

    // A point of a path is one of many in a line.
    private const int LongestPoint = 60;

    private readonly HashSet<string> written = [];
    private readonly List<(LookupTable Lookup, ExpressionText Reference)> paths = [];
    private readonly Dictionary<int, ExplanationTable> tables = [];
    private readonly Dictionary<string, int> numbers = [];
    private readonly List<ExplanationLine> lines = [];
    private readonly List<ExplanationPath> ways = [];
    private readonly SortedDictionary<int, ExplanationQuantile> quantiles = [];

    /// <summary>The event whose lines are written.</summary>
    public StepEvent Event { get; set; }

    public IReadOnlyList<ExplanationLine> Lines => lines;

    public IReadOnlyList<ExplanationTable> Tables => [.. tables.OrderBy(pair => pair.Key).Select(pair => pair.Value)];

    public IReadOnlyList<ExplanationPath> Paths => ways;

    public IReadOnlyList<ExplanationQuantile> Quantiles => [.. quantiles.Values];

    /// <summary>Whether a term is a name or number that needs no line of its own.</summary>
    public static bool IsSimple(Term term) => term.Op < Op.Add;

    /// <summary>The line of a term that has a name.</summary>
    public void Define(Term term) => Write(Owned(names.Of(term)!), term);

    /// <summary>A line for a name; the term is written out if it goes by this name, and else by its own.</summary>
    public void Line(string name, Term term)
    {
        if (written.Contains(name)) return;
        var owner = Owned(name);
        if (IsSimple(term) || names.Of(term) is not { } own || own == name) Write(owner, term);
        else Add(owner.Name, Refer(term, owner), owner.Part);
    }

    /// <summary>How the values of a metric follow from what is sampled.</summary>
    public void Record(string name, RecordedSeries recorded)
    {
        var owner = new Owner(name, parts.Of(recorded.Metric));
        if (recorded.Reading == SampleRule.Value && names.Of(recorded.A) is null && !uses.IsShared(recorded.A))
        {
            Write(owner, recorded.A);
            return;
        }

        var a = Refer(recorded.A, owner);
        var b = recorded.B is { } other ? Refer(other, owner) : ExpressionText.Name("");
        var text = recorded.Reading switch
        {
            SampleRule.Difference => $"change({a.Text})",
            SampleRule.DifferencePerDay => $"change({a.Text}) / days",
            SampleRule.RatioOfDifferences => $"ratio(gain({a.Text}), gain({b.Text}))",
            SampleRule.Ratio => $"ratio({a.Text}, {b.Text})",
            _ => a.Text,
        };
        Add(name, ExpressionText.Name(text, [.. a.Uses, .. b.Uses]), owner.Part);
    }

    private Owner Owned(string name) => new(name, parts.Of(name));

    private void Write(Owner owner, Term term)
    {
        written.Add(owner.Name);
        Add(owner.Name, Express(term, owner), owner.Part);
    }

    private void Add(string name, ExpressionText piece, string? part, bool isPiece = false)
    {
        written.Add(name);
        lines.Add(new(Event, name, piece.Text, part) { Uses = Items.From(piece.Uses.Distinct()), IsPiece = isPiece });
    }

    /// <summary>A term as an operand: by its name if it has one.</summary>
    private ExpressionText Refer(Term term, Owner owner)
    {
        if (names.Of(term) is { } name)
        {
            if (term.Label is null && !written.Contains(name)) Define(term);
            return ExpressionText.Name(name, name);
        }

        var piece = Express(term, owner);
        return piece.IsOperation && uses.IsShared(term) ? Named(term, piece, owner) : piece;
    }

    /// <summary>Gives a piece a line of its own.</summary>
    private ExpressionText Named(Term term, ExpressionText piece, Owner owner)
    {
        var name = Next(owner);
        names.Reserve(term, name);
        Add(name, piece, owner.Part, isPiece: true);
        return ExpressionText.Name(name, name);
    }

    /// <summary>A term written out, with names for its longest operands if it would be too long.</summary>
    private ExpressionText Express(Term term, Owner owner)
    {
        if (IsSimple(term)) return Simple(term, owner);
        Term[] operands = [.. term.Operands()];
        ExpressionText[] pieces = [.. operands.Select(operand => Refer(operand, owner))];
        while (true)
        {
            var whole = term.Op == Op.Quantile ? Quantile(term.Index, pieces[0]) : ExpressionText.Of(term.Op, pieces);
            var longest = Enumerable.Range(0, pieces.Length).Where(i => pieces[i].IsOperation)
                .OrderByDescending(i => pieces[i].Text.Length).FirstOrDefault(-1);
            if (whole.Text.Length <= LongestExpression || longest < 0) return whole;
            pieces[longest] = Named(operands[longest], pieces[longest], owner);
        }
    }

    private ExpressionText Simple(Term term, Owner owner)
    {
        switch (term.Op)
        {
            case Op.Constant: return ExpressionText.Name(MessageText.Number(term.Value));
            case Op.Table: return Table(term.Index);
            case Op.Parameter: return ExpressionText.Name(names.Parameter(term.Index));
            case Op.State: return ExpressionText.Name(names.State(term.Index));
            case Op.FinalState: return ExpressionText.Name(names.State(term.Index) + " at the end");
            case Op.Normal: return ExpressionText.Name($"normal({builder.Draws[term.Index]}, t)");
            case Op.Lookup: return Path(term);
            case Op.Delayed:
                var delay = builder.Delays[term.Index];
                if (delay.PerShipment) return ExpressionText.Name($"{names.Delay(term.Index)}(all that arrives at t)");
                var lag = Refer(delay.Lag, owner);
                return ExpressionText.Name($"{names.Delay(term.Index)}(t - {lag.Text})", lag.Uses);
            default: throw new InvalidOperationException($"{term.Op} belongs to how a parameter is drawn.");
        }
    }

    private ExpressionText Quantile(int index, ExpressionText normal)
    {
        var name = $"quantile {MessageText.Number(index + 1)}";
        quantiles.TryAdd(index, new(name, builder.Quantiles[index]));
        return ExpressionText.Function(name, normal);
    }

    private ExpressionText Table(int index)
    {
        var name = $"@{MessageText.Number(index)}";
        tables.TryAdd(index, new(name, Items.From(builder.Tables[index])));
        return ExpressionText.Name(name + "(t)", name);
    }

    /// <summary>A path by its number; its points have lines, as many in each as it holds.</summary>
    private ExpressionText Path(Term term)
    {
        var lookup = builder.Lookups[term.Index];
        if (paths.FirstOrDefault(path => Equal(path.Lookup, lookup)).Reference is { } known) return known;
        var name = $"path {MessageText.Number(ways.Count + 1)}";
        ways.Add(new(name, Items.From(lookup.Left), Items.From(lookup.Weight)));
        var owner = new Owner(name, null, name);
        ExpressionText[] points = [.. lookup.Points.Select(point => Point(point, owner))];
        var uses = new List<string> { name };
        for (var first = 0; first < points.Length;)
        {
            var count = Fitting(points.AsSpan(first));
            var last = first + count - 1;
            var line = names.Unique(count == 1 ? $"{name}, point {first}" : $"{name}, points {first} to {last}");
            Add(line, ExpressionText.List(points[first..(last + 1)]), null, isPiece: true);
            uses.Add(line);
            first += count;
        }

        var reference = ExpressionText.Name(name + "(t)", uses);
        paths.Add((lookup, reference));
        return reference;
    }

    private static bool Equal(LookupTable a, LookupTable b) =>
        a.Points.AsSpan().SequenceEqual(b.Points) && a.Left.AsSpan().SequenceEqual(b.Left) && a.Weight.AsSpan().SequenceEqual(b.Weight);

    private ExpressionText Point(Term term, Owner owner)
    {
        var piece = Refer(term, owner);
        return piece.IsOperation && piece.Text.Length > LongestPoint ? Named(term, piece, owner) : piece;
    }

    /// <summary>How many pieces a line holds, at least one.</summary>
    private static int Fitting(ReadOnlySpan<ExpressionText> pieces)
    {
        var (count, length) = (0, 0);
        while (count < pieces.Length && (count == 0 || length + pieces[count].Text.Length + 2 <= LongestExpression))
        {
            length += pieces[count++].Text.Length + 2;
        }

        return count;
    }

    /// <summary>The name of the next piece of a line: that of its part with a number, short and saying where it belongs.</summary>
    private string Next(Owner owner)
    {
        var place = owner.Path ?? (IsNumber(owner.Part) ? "x" : owner.Part!);
        numbers[place] = numbers.GetValueOrDefault(place) + 1;
        return names.Unique($"{place}.{MessageText.Number(numbers[place])}");
    }

    /// <summary>A part called 3 would give a piece the name of a number.</summary>
    private static bool IsNumber(string? part) => part is null || double.TryParse(part, CultureInfo.InvariantCulture, out _);

    /// <summary>The line for which pieces are written, with its part, or the path whose points they are.</summary>
    private readonly record struct Owner(string Name, string? Part, string? Path = null);
}
