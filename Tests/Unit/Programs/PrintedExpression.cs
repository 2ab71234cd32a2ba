using System.Globalization;
using Supply.Maths;

namespace Supply.Tests.Unit.Programs;

/// <summary>Values of the names in a printed expression.</summary>
internal interface IPrintedNames
{
    /// <summary>The longest name that the text begins with, and its value; null: it begins with none.</summary>
    (string Name, Func<double> Value)? Find(ReadOnlySpan<char> text);

    /// <summary>The input of a delay a lag ago, or with no lag all that arrives in this step.</summary>
    Func<double> Delayed(string delay, Func<double>? lag);

    /// <summary>The standard normal draw of this step.</summary>
    Func<double> Normal(string key);

    /// <summary>A quantile of what is drawn in each step.</summary>
    Func<double> Quantile(string name, Func<double> normal);

    /// <summary>The gain of a value since the step before.</summary>
    Func<double> Change(Func<double> value);
}

/// <summary>
/// Reads a printed expression as school and C do: products before sums before comparisons before choices, each from left to right.
/// Names are those that the listing defines; nothing is known of terms.
/// </summary>
internal sealed class PrintedExpression
{
    private readonly string text;
    private readonly IPrintedNames names;
    private int at;

    private PrintedExpression(string text, IPrintedNames names) => (this.text, this.names) = (text, names);

    public static Func<double> Read(string text, IPrintedNames names) => ReadList(text, names).Single();

    /// <summary>Expressions with semicolons between them.</summary>
    public static IReadOnlyList<Func<double>> ReadList(string text, IPrintedNames names)
    {
        var reader = new PrintedExpression(text, names);
        var all = new List<Func<double>> { reader.Choice() };
        while (reader.Take("; ")) all.Add(reader.Choice());
        return reader.at == text.Length ? all : throw reader.Unreadable();
    }

    private Func<double> Choice()
    {
        var condition = Comparison();
        if (!Take(" ? ")) return condition;
        var then = Comparison();
        Expect(" : ");
        var otherwise = Choice();
        return () => condition() != 0 ? then() : otherwise();
    }

    private Func<double> Comparison()
    {
        var a = Sum();
        if (!Take(" < ")) return a;
        var b = Sum();
        return () => a() < b() ? 1 : 0;
    }

    private Func<double> Sum()
    {
        for (var sum = Product(); ;)
        {
            var a = sum;
            if (Take(" + ")) sum = Both(a, Product(), (x, y) => x + y);
            else if (Take(" - ")) sum = Both(a, Product(), (x, y) => x - y);
            else return sum;
        }
    }

    private Func<double> Product()
    {
        for (var product = Single(); ;)
        {
            var a = product;
            if (Take(" * ")) product = Both(a, Single(), (x, y) => x * y);
            else if (Take(" / ")) product = Both(a, Single(), (x, y) => x / y);
            else return product;
        }
    }

    private static Func<double> Both(Func<double> a, Func<double> b, Func<double, double, double> operation) => () => operation(a(), b());

    private Func<double> Single()
    {
        if (names.Find(text.AsSpan(at)) is { } found)
        {
            at += found.Name.Length;
            if (Take("(all that arrives at t)")) return names.Delayed(found.Name, null);
            return Take("(t - ") ? names.Delayed(found.Name, Closed()) : found.Value;
        }

        if (Take("(")) return Closed();
        if (Take("normal("))
        {
            var end = text.IndexOf(", t)", at, StringComparison.Ordinal);
            var key = text[at..end];
            at = end + ", t)".Length;
            return names.Normal(key);
        }

        if (Take("quantile "))
        {
            var end = text.IndexOf('(', at);
            var name = "quantile " + text[at..end];
            at = end + 1;
            return names.Quantile(name, Closed());
        }

        foreach (var name in new[] { "min", "max", "sqrt", "exp", "log", "inverseNormal", "floor", "flushTiny", "change", "gain", "ratio" })
        {
            if (Take(name + "(")) return Function(name);
        }

        return Number();
    }

    private Func<double> Function(string name)
    {
        var a = Choice();
        if (name is not ("min" or "max" or "ratio"))
        {
            Expect(")");
            return Of(name, a);
        }

        Expect(", ");
        var b = Closed();
        return name switch
        {
            "min" => Both(a, b, (x, y) => x < y ? x : y),
            "max" => Both(a, b, (x, y) => x > y ? x : y),
            _ => Both(a, b, (x, y) => 0 < y ? x / y : double.NaN),
        };
    }

    private Func<double> Of(string name, Func<double> a)
    {
        if (name is "change" or "gain")
        {
            var change = names.Change(a);
            return name == "change" ? change : () => 1e-9 * a() < change() ? change() : 0;
        }

        return name switch
        {
            "sqrt" => () => Math.Sqrt(a()),
            "exp" => () => Exp.Of(a()),
            "log" => () => Log.Of(a()),
            "inverseNormal" => () => InverseNormal.Of(a()),
            "floor" => () => Math.Floor(a()),
            _ => () => a() is var x && x < 1e-30 ? 0 : a(),
        };
    }

    private Func<double> Number()
    {
        var end = at;
        while (end < text.Length && text[end] is not (' ' or ')' or ',' or ';')) end++;
        if (!double.TryParse(text.AsSpan(at, end - at), CultureInfo.InvariantCulture, out var value)) throw Unreadable();
        at = end;
        return () => value;
    }

    private Func<double> Closed()
    {
        var inner = Choice();
        Expect(")");
        return inner;
    }

    private bool Take(string what)
    {
        if (!text.AsSpan(at).StartsWith(what, StringComparison.Ordinal)) return false;
        at += what.Length;
        return true;
    }

    private void Expect(string what)
    {
        if (!Take(what)) throw Unreadable();
    }

    private FormatException Unreadable() => new($"\"{text[at..]}\" of \"{text}\" cannot be read.");
}
