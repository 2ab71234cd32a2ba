using System.Net;

namespace Supply;

/// <summary>
/// The formatters of everything that is <see cref="IShown"/>. A kernel makes an instance and calls it by the names of its members.
/// </summary>
internal sealed class NotebookFormats
{
    public const string Html = "text/html";
    public const string Text = "text/plain";

#pragma warning disable CA1822 // A kernel calls it on an instance.
    /// <summary>One formatter for each of <see cref="TypeFormatterSourceAttribute.PreferredMimeTypes"/>.</summary>
    public IEnumerable<object> CreateTypeFormatters() =>
    [
        new Formatter(Html, shown => shown.ToHtml(), fault => $"<pre>{WebUtility.HtmlEncode(fault)}</pre>"),
        new Formatter(Text, shown => shown.ToPlainText(), fault => fault),
    ];
#pragma warning restore CA1822

    /// <summary>Writes a value in one format. It never throws: a cell that shows nothing tells nobody why.</summary>
    private sealed class Formatter(string mimeType, Func<IShown, string> shown, Func<string, string> failed)
    {
        public string MimeType { get; } = mimeType;

        public bool Format(object instance, TextWriter writer)
        {
            if (instance is not IShown value) return false;
            writer.Write(Written(value));
            return true;
        }

#pragma warning disable CA1031 // Whatever goes wrong becomes what is shown.
        private string Written(IShown value)
        {
            try
            {
                return shown(value);
            }
            catch (Exception fault)
            {
                return failed($"{value.GetType().Name} cannot be shown: {fault.Message}");
            }
        }
#pragma warning restore CA1031
    }
}
