namespace Supply;

/// <summary>
/// Says how a notebook shows a type. The .NET kernel of Jupyter finds an attribute of this name and shape in any library, so that this one
/// needs no package of the kernel (decision 0032).
/// </summary>
/// <param name="source">A type whose <c>CreateTypeFormatters</c> gives the formatters.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
internal sealed class TypeFormatterSourceAttribute(Type source) : Attribute
{
    /// <summary>The type that gives the formatters.</summary>
    public Type FormatterSourceType { get; } = source;

    /// <summary>The formats that are shown, the preferred first; text is kept next to HTML, so that notebooks can be compared.</summary>
    public string[] PreferredMimeTypes { get; set; } = [NotebookFormats.Html, NotebookFormats.Text];
}
