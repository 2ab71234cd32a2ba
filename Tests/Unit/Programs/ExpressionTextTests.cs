using Supply.Programs;

namespace Supply.Tests.Unit.Programs;

/// <summary>Brackets of printed expressions.</summary>
public class ExpressionTextTests
{
    private static readonly ExpressionText a = ExpressionText.Name("a");
    private static readonly ExpressionText b = ExpressionText.Name("b");
    private static readonly ExpressionText c = ExpressionText.Name("c");

    [Fact]
    public void Brackets_GiveTheOrderOfOperations()
    {
        Write(Op.Divide, a, Of(Op.Multiply, b, c)).ShouldBe("a / (b * c)");
        Write(Op.Multiply, Of(Op.Divide, a, b), c).ShouldBe("a / b * c");
        Write(Op.Multiply, a, Of(Op.Multiply, b, c)).ShouldBe("a * (b * c)");
        Write(Op.Multiply, a, Of(Op.Divide, b, c)).ShouldBe("a * (b / c)");
        Write(Op.Subtract, a, Of(Op.Subtract, b, c)).ShouldBe("a - (b - c)");
        Write(Op.Add, a, Of(Op.Add, b, c)).ShouldBe("a + (b + c)");
        Write(Op.Add, Of(Op.Add, a, b), c).ShouldBe("a + b + c");
        Write(Op.Add, Of(Op.Multiply, a, b), Of(Op.Divide, b, c)).ShouldBe("a * b + b / c");
        Write(Op.Multiply, Of(Op.Add, a, b), Of(Op.Subtract, b, c)).ShouldBe("(a + b) * (b - c)");
    }

    [Fact]
    public void Choices_StandInBracketsWithinOtherOperations()
    {
        var choice = Of(Op.Select, Of(Op.Less, a, Of(Op.Add, b, c)), b, c);
        choice.Text.ShouldBe("a < b + c ? b : c");
        Write(Op.Multiply, choice, Of(Op.Less, a, b)).ShouldBe("(a < b + c ? b : c) * (a < b)");
        Write(Op.Select, a, choice, choice).ShouldBe("a ? (a < b + c ? b : c) : a < b + c ? b : c");
        Write(Op.Select, choice, b, c).ShouldBe("(a < b + c ? b : c) ? b : c");
        Write(Op.Less, Of(Op.Less, a, b), c).ShouldBe("(a < b) < c");
        Write(Op.Min, choice, Of(Op.FlushTiny, Of(Op.Less, a, b))).ShouldBe("min(a < b + c ? b : c, flushTiny(a < b))");
    }

    private static ExpressionText Of(Op op, params ExpressionText[] of) => ExpressionText.Of(op, of);

    private static string Write(Op op, params ExpressionText[] of) => ExpressionText.Of(op, of).Text;
}
