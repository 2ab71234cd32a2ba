using Supply.Compilation;

namespace Supply.Tests.Unit.Compilation;

/// <summary>Brackets of printed expressions.</summary>
public class PieceTests
{
    private static readonly Piece a = Piece.Name("a");
    private static readonly Piece b = Piece.Name("b");
    private static readonly Piece c = Piece.Name("c");

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

    private static Piece Of(Op op, params Piece[] of) => Piece.Of(op, of);

    private static string Write(Op op, params Piece[] of) => Piece.Of(op, of).Text;
}
