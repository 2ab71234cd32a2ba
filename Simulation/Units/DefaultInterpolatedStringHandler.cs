using System.Globalization;
using System.Text;

namespace System.Runtime.CompilerServices;

/// <summary>
/// The result of <c>$"..."</c> in this project, in place of the type of this name in the framework: numbers and dates are
/// written the same on every machine. So no message can forget to say so, and a result does not change with the culture of the program
/// that the library is part of.
/// </summary>
[InterpolatedStringHandler]
internal ref struct DefaultInterpolatedStringHandler(int literalLength, int formattedCount)
{
    private readonly StringBuilder text = new(literalLength + (8 * formattedCount));

    public readonly void AppendLiteral(string value) => text.Append(value);

    public readonly void AppendFormatted(string? value) => text.Append(value);

    public readonly void AppendFormatted(ReadOnlySpan<char> value) => text.Append(value);

    public readonly void AppendFormatted<T>(T value) => AppendFormatted(value, 0, null);

    public readonly void AppendFormatted<T>(T value, string? format) => AppendFormatted(value, 0, format);

    public readonly void AppendFormatted<T>(T value, int alignment) => AppendFormatted(value, alignment, null);

    public readonly void AppendFormatted<T>(T value, int alignment, string? format)
    {
        var written = value is IFormattable number ? number.ToString(format, CultureInfo.InvariantCulture) : value?.ToString();
        text.Append(alignment < 0 ? (written ?? "").PadRight(-alignment) : (written ?? "").PadLeft(alignment));
    }

    public readonly string ToStringAndClear() => text.ToString();
}
