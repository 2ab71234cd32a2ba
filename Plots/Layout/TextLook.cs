namespace Supply.Plots.Layout;

/// <summary>The side of a line of text that is at its point.</summary>
internal enum Anchor
{
    Start,
    Middle,
    End,
}

/// <summary>A word on the picture and the room it takes.</summary>
internal sealed record PlacedLabel(string Text, Box Box);

/// <summary>The look of a piece of text.</summary>
internal sealed record TextLook(double Size, string Colour, bool Bold = false, bool Halo = false, bool Italic = false);
