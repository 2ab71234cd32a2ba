namespace Supply.Plots.Svg;

/// <summary>Maps values Min..Max to pixels From..To.</summary>
internal readonly record struct Scale(double Min, double Max, double From, double To)
{
    public double this[double value] => From + ((value - Min) / (Max - Min) * (To - From));

    public bool Holds(double value) => value >= Min && value <= Max;

    public double Clamp(double value) => Math.Clamp(value, Min, Max);
}
