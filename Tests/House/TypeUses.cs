using System.Reflection;
using System.Reflection.Emit;

namespace Supply.Tests.House;

/// <summary>Which types the code of a type refers to: in signatures, fields, locals and the instructions of its methods.</summary>
internal static class TypeUses
{
    private const BindingFlags Own =
        BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance;

    private static readonly Dictionary<short, OpCode> codes = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => code.Value);

    /// <summary>The types outside of nesting: what the compiler makes inside a type belongs to it.</summary>
    public static Type Outermost(Type type) => type.DeclaringType is { } outer ? Outermost(outer) : type;

    public static IEnumerable<Type> Of(Type type) => Direct(type).SelectMany(Parts).Where(used => !used.IsGenericParameter).Distinct();

    /// <summary>The methods that a method calls, in the order of its instructions.</summary>
    public static IEnumerable<MethodBase> Called(MethodBase method) => Mentioned(method).OfType<MethodBase>();

    private static IEnumerable<Type?> Direct(Type type)
    {
        yield return type.BaseType;
        foreach (var one in type.GetInterfaces()) yield return one;
        foreach (var field in type.GetFields(Own)) yield return field.FieldType;
        foreach (var method in type.GetMethods(Own).Cast<MethodBase>().Concat(type.GetConstructors(Own)))
        {
            foreach (var used in Signature(method)) yield return used;
            foreach (var used in Body(method)) yield return used;
        }
    }

    private static IEnumerable<Type?> Signature(MethodBase method) =>
        method.GetParameters().Select(parameter => (Type?)parameter.ParameterType).Append((method as MethodInfo)?.ReturnType);

    private static IEnumerable<Type?> Body(MethodBase method)
    {
        if (method.GetMethodBody() is not { } body) return [];
        return body.LocalVariables.Select(local => (Type?)local.LocalType).Concat(Mentioned(method).SelectMany(Members));
    }

    private static IEnumerable<MemberInfo?> Mentioned(MethodBase method)
    {
        if (method.GetMethodBody() is not { } body) return [];
        var typeArguments = method.DeclaringType is { IsGenericType: true } type ? type.GetGenericArguments() : null;
        var methodArguments = method.IsGenericMethod ? method.GetGenericArguments() : null;
        return Tokens(body.GetILAsByteArray()!).Select(token => method.Module.ResolveMember(token, typeArguments, methodArguments));
    }

    private static IEnumerable<Type?> Members(MemberInfo? member) => member switch
    {
        Type type => [type],
        FieldInfo field => [field.DeclaringType, field.FieldType],
        MethodBase method =>
            Signature(method).Append(method.DeclaringType).Concat(method.IsGenericMethod ? method.GetGenericArguments() : []),
        _ => [],
    };

    private static IEnumerable<int> Tokens(byte[] code)
    {
        for (var at = 0; at < code.Length;)
        {
            var first = code[at++];
            var op = codes[first == 0xFE ? (short)(0xFE00 | code[at++]) : first];
            if (op.OperandType is OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok)
            {
                yield return BitConverter.ToInt32(code, at);
            }

            at += op.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + 4 * BitConverter.ToInt32(code, at),
                _ => 4,
            };
        }
    }

    private static IEnumerable<Type> Parts(Type? type)
    {
        if (type is null) return [];
        if (type.HasElementType) return Parts(type.GetElementType());
        return type.IsGenericType ? type.GetGenericArguments().SelectMany(Parts).Append(type.GetGenericTypeDefinition()) : [type];
    }
}
