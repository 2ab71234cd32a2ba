namespace Supply.Plots.Layout;

/// <summary>A rectangle in pixels; y grows downwards.</summary>
internal readonly record struct Box(double Left, double Top, double Right, double Bottom)
{
    public double Width => Right - Left;

    public double Height => Bottom - Top;

    public bool Intersects(Box other) =>
        Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;

    public bool Contains(Box other) =>
        other.Left >= Left && other.Right <= Right && other.Top >= Top && other.Bottom <= Bottom;

    public Box Grow(double by) => new(Left - by, Top - by, Right + by, Bottom + by);

    /// <summary>Whether the segment between two points passes through, sampled every two pixels.</summary>
    public bool Crosses(double x0, double y0, double x1, double y1)
    {
        if (Math.Max(x0, x1) < Left || Math.Min(x0, x1) > Right || Math.Max(y0, y1) < Top || Math.Min(y0, y1) > Bottom)
        {
            return false;
        }

        var parts = Math.Max(1, (int)(Math.Max(Math.Abs(x1 - x0), Math.Abs(y1 - y0)) / 2));
        for (var i = 0; i <= parts; i++)
        {
            var (x, y) = (x0 + ((x1 - x0) * i / parts), y0 + ((y1 - y0) * i / parts));
            if (x >= Left && x <= Right && y >= Top && y <= Bottom)
            {
                return true;
            }
        }

        return false;
    }
}
