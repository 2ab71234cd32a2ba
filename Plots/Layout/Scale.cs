namespace Supply.Plots.Layout;

/// <summary>Maps values Min..Max to pixels From..To, evenly or, where logarithmic, by their ratios.</summary>
internal readonly record struct Scale(double Min, double Max, double From, double To)
{
    public bool Logarithmic { get; init; }

    public double this[double value] => From + ((To - From) *
        (Logarithmic ? Math.Log(value / Min) / Math.Log(Max / Min) : (value - Min) / (Max - Min)));

    public bool Holds(double value) => value >= Min && value <= Max;

    public double Clamp(double value) => Math.Clamp(value, Min, Max);
}
