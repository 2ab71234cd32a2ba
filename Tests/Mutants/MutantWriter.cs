using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Supply.Mutants;

/// <summary>
/// Puts a switched choice in the place of each expression that can be mutated: + - * / and comparisons exchanged, a term or condition
/// dropped, least and greatest exchanged, 0 and 1 exchanged, neighbouring arguments of one type exchanged, conditions negated.
/// </summary>
/// <param name="refused">Numbers of mutants that the compiler refuses; others keep theirs.</param>
internal sealed class MutantWriter(HashSet<int> refused)
{
    /// <summary>The call that asks whether a mutant is on.</summary>
    public const string Switch = "Supply.Mutation.Is";

    private readonly HashSet<int> refused = refused;
    private readonly List<Mutant> mutants = [];
    private int next;

    public IReadOnlyList<Mutant> Mutants => mutants;

    /// <summary>The text of a file with its mutants.</summary>
    public string Write(SyntaxTree tree, SemanticModel model, string root) =>
        new Rewriter(this, model, Path.GetRelativePath(root, tree.FilePath)).Visit(tree.GetRoot()).ToFullString();

    private sealed class Rewriter(MutantWriter writer, SemanticModel model, string file) : CSharpSyntaxRewriter
    {
        public override SyntaxNode? VisitBinaryExpression(BinaryExpressionSyntax node)
        {
            var inner = (BinaryExpressionSyntax)base.VisitBinaryExpression(node)!;
            var (left, right) = ($"({inner.Left})", $"({inner.Right})");
            (string, string) Other(string sign) => ($"{node.OperatorToken.Text} to {sign}", $"{left} {sign} {right}");
            var dropped = ("right side dropped", left);
            return node.Kind() switch
            {
                SyntaxKind.AddExpression when IsNumber(node) => Mutated(node, inner, Other("-"), dropped),
                SyntaxKind.SubtractExpression when IsNumber(node) => Mutated(node, inner, Other("+"), dropped),
                SyntaxKind.MultiplyExpression when IsNumber(node) => Mutated(node, inner, Other("/")),
                SyntaxKind.DivideExpression when IsNumber(node) => Mutated(node, inner, Other("*")),
                SyntaxKind.LessThanExpression => Mutated(node, inner, Other("<=")),
                SyntaxKind.LessThanOrEqualExpression => Mutated(node, inner, Other("<")),
                SyntaxKind.GreaterThanExpression => Mutated(node, inner, Other(">=")),
                SyntaxKind.GreaterThanOrEqualExpression => Mutated(node, inner, Other(">")),
                SyntaxKind.EqualsExpression => Mutated(node, inner, Other("!=")),
                SyntaxKind.NotEqualsExpression => Mutated(node, inner, Other("==")),
                SyntaxKind.LogicalAndExpression => Mutated(node, inner, Other("||"), dropped),
                SyntaxKind.LogicalOrExpression => Mutated(node, inner, Other("&&"), dropped),
                _ => inner,
            };
        }

        public override SyntaxNode? VisitLiteralExpression(LiteralExpressionSyntax node) => node.Token.Text switch
        {
            "0" => Mutated(node, node, ("0 to 1", "1")),
            "1" => Mutated(node, node, ("1 to 0", "0")),
            _ => base.VisitLiteralExpression(node),
        };

        public override SyntaxNode? VisitInvocationExpression(InvocationExpressionSyntax node)
        {
            var inner = (InvocationExpressionSyntax)base.VisitInvocationExpression(node)!;
            if (model.GetSymbolInfo(node).Symbol is not IMethodSymbol { ReturnsVoid: false } method) return inner;
            if (method is { ContainingType.Name: "Math", Name: "Min" or "Max" })
            {
                var other = method.Name == "Min" ? "Max" : "Min";
                return Mutated(node, inner, ($"{method.Name} to {other}", $"Math.{other}{inner.ArgumentList}"));
            }

            var arguments = node.ArgumentList.Arguments;
            if (arguments.Any(one => !one.RefKindKeyword.IsKind(SyntaxKind.None) || one.NameColon is not null)) return inner;
            for (var i = 0; i + 1 < arguments.Count; i++)
            {
                var (one, another) = (arguments[i].Expression, arguments[i + 1].Expression);
                var type = model.GetTypeInfo(one).Type;
                if (type is null || one.ToString() == another.ToString()
                    || !SymbolEqualityComparer.Default.Equals(type, model.GetTypeInfo(another).Type))
                {
                    continue;
                }

                string[] words = [.. inner.ArgumentList.Arguments.Select(argument => argument.ToString())];
                (words[i], words[i + 1]) = (words[i + 1], words[i]);
                return Mutated(node, inner, ("arguments exchanged", $"{inner.Expression}({string.Join(", ", words)})"));
            }

            return inner;
        }

        public override SyntaxNode? VisitIfStatement(IfStatementSyntax node)
        {
            var inner = (IfStatementSyntax)base.VisitIfStatement(node)!;

            // Of these the comparison is a mutant already.
            return node.Condition.Kind() is SyntaxKind.EqualsExpression or SyntaxKind.NotEqualsExpression ? inner
                : inner.WithCondition(Mutated(node.Condition, inner.Condition, ("condition negated", $"!({inner.Condition})")));
        }

        private bool IsNumber(ExpressionSyntax expression) => model.GetTypeInfo(expression).Type?.SpecialType
            is SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_UInt64 or SpecialType.System_Double;

        private ExpressionSyntax Mutated(
            ExpressionSyntax node, ExpressionSyntax inner, params ReadOnlySpan<(string Change, string Text)> changes)
        {
            if (!CanHoldAChoice(node)) return inner;
            var text = inner.ToString();
            foreach (var (change, other) in changes)
            {
                var number = writer.next++;
                if (writer.refused.Contains(number)) continue;
                var line = node.GetLocation().GetLineSpan().StartLinePosition.Line + 1;
                writer.mutants.Add(new(number, $"{file}:{line}", change, string.Join(' ', node.ToString().Split(default(char[]),
                    StringSplitOptions.RemoveEmptyEntries))));
                text = $"({Switch}({number}) ? {other} : {text})";
            }

            return SyntaxFactory.ParseExpression(text).WithTriviaFrom(inner);
        }

        /// <summary>A constant cannot be chosen, and an expression that declares a name cannot be written twice.</summary>
        private static bool CanHoldAChoice(SyntaxNode node)
        {
            if (node.DescendantNodesAndSelf().Any(one => one is DeclarationExpressionSyntax or VariableDesignationSyntax)) return false;
            return !node.AncestorsAndSelf().Any(one => one switch
            {
                AttributeSyntax or EnumMemberDeclarationSyntax or CaseSwitchLabelSyntax or PatternSyntax or ParameterSyntax
                    or ConstructorInitializerSyntax or ThrowStatementSyntax or ThrowExpressionSyntax => true,
                FieldDeclarationSyntax field => field.Modifiers.Any(SyntaxKind.ConstKeyword),
                LocalDeclarationStatementSyntax local => local.IsConst,
                MethodDeclarationSyntax { Identifier.Text: "GetHashCode" } => true,
                _ => false,
            });
        }
    }
}
