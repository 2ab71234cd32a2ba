using System.Text;
using Supply.Plots.Layout;
using Supply.Plots.Pens;

namespace Supply.Plots.Files;

/// <summary>The words that go into the file of a picture, for readers who cannot see it and for programs that search.</summary>
internal sealed record PictureText(string Title, string Description, string Source)
{
    private const string Iptc = "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/";

    // A segment of JPEG holds 65,533 bytes, and a letter takes up to 6 of them as XML and is in the packet twice.
    private const int MostLetters = 4000;

    public static PictureText Of(Figure figure) => new(Cut(figure.Title), Cut(FigureDescription.Describe(figure)), Cut(figure.Source));

    /// <summary>An XMP packet, which PNG, JPEG and WebP can all hold: title, description and alternative text.</summary>
    public byte[] ToXmp()
    {
        static string Text(string words) =>
            $"<rdf:Alt><rdf:li xml:lang=\"x-default\">{SvgPen.Escape(words)}</rdf:li></rdf:Alt>";
        return Encoding.UTF8.GetBytes(
            "<?xpacket begin=\"\ufeff\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
            + "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n<rdf:Description rdf:about=\"\" "
            + $"xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:Iptc4xmpCore=\"{Iptc}\">\n"
            + $"<dc:title>{Text(Title)}</dc:title>\n<dc:description>{Text(Description)}</dc:description>\n"
            + $"<dc:source>{SvgPen.Escape(Source)}</dc:source>\n"
            + $"<Iptc4xmpCore:AltTextAccessibility>{Text(Description)}</Iptc4xmpCore:AltTextAccessibility>\n"
            + "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>");
    }

    private static string Cut(string text) => text.Length <= MostLetters ? text : text[..(MostLetters - 1)] + "\u2026";
}
