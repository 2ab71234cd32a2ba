namespace Supply.Programs;

/// <summary>How tightly an operation holds its operands together.</summary>
internal enum Binding
{
    Choice,
    Comparison,
    Sum,
    Product,
    Whole,
}

/// <summary>The text of a term: how tightly its last operation binds, and the lines, tables and paths that it mentions.</summary>
internal sealed record ExpressionText(string Text, Binding Binding, IReadOnlyList<string> Uses)
{
    /// <summary>Whether it is an operation, which could have a line of its own, and not a name or number.</summary>
    public bool IsOperation { get; init; }

    public static ExpressionText Name(string name, params IReadOnlyList<string> uses) => new(name, Binding.Whole, uses);

    /// <summary>The points of a path.</summary>
    public static ExpressionText List(ExpressionText[] of) =>
        new(string.Join("; ", of.Select(one => one.Text)), Binding.Choice, [.. of.SelectMany(one => one.Uses)]);

    /// <summary>A function with a name of its own, which the listing explains.</summary>
    public static ExpressionText Function(string name, ExpressionText of) =>
        new($"{name}({of.Text})", Binding.Whole, [name, .. of.Uses]) { IsOperation = true };

    /// <summary>
    /// An operation on pieces. Floating-point sums and products depend on their order, so only the left operand of an operation may
    /// do without brackets against one that binds as tightly.
    /// </summary>
    public static ExpressionText Of(Op op, ExpressionText[] of) =>
        new(Write(op, of), Holds(op), [.. of.SelectMany(one => one.Uses)]) { IsOperation = true };

    private static Binding Holds(Op op) => op switch
    {
        Op.Add or Op.Subtract => Binding.Sum,
        Op.Multiply or Op.Divide => Binding.Product,
        Op.Less => Binding.Comparison,
        Op.Select => Binding.Choice,
        _ => Binding.Whole,
    };

    private static string Write(Op op, ExpressionText[] of) => op switch
    {
        Op.Add => $"{of[0].Within(Binding.Sum)} + {of[1].Within(Binding.Product)}",
        Op.Subtract => $"{of[0].Within(Binding.Sum)} - {of[1].Within(Binding.Product)}",
        Op.Multiply => $"{of[0].Within(Binding.Product)} * {of[1].Within(Binding.Whole)}",
        Op.Divide => $"{of[0].Within(Binding.Product)} / {of[1].Within(Binding.Whole)}",
        Op.Less => $"{of[0].Within(Binding.Sum)} < {of[1].Within(Binding.Sum)}",
        Op.Select => $"{of[0].Within(Binding.Comparison)} ? {of[1].Within(Binding.Comparison)} : {of[2].Text}",
        _ => $"{char.ToLowerInvariant(op.ToString()[0])}{op.ToString()[1..]}({string.Join(", ", of.Select(one => one.Text))})",
    };

    private string Within(Binding binding) => Binding >= binding ? Text : $"({Text})";
}
