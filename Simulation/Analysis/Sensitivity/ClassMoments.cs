namespace Supply.Analysis;

/// <summary>Sums for a straight line in each class: of values over the products that go with them.</summary>
internal sealed class ClassMoments(int classes)
{
    private readonly double[] count = new double[classes];
    private readonly double[] value = new double[classes];
    private readonly double[] factor = new double[classes];
    private readonly double[] mixed = new double[classes];
    private readonly double[] square = new double[classes];

    public void Add(int place, double found, double product)
    {
        count[place]++;
        value[place] += found;
        factor[place] += product;
        mixed[place] += found * product;
        square[place] += product * product;
    }

    public bool Has(int place) => count[place] > 0;

    /// <summary>The factor of the products alone.</summary>
    public double Slope(int place) => square[place] > 0 ? mixed[place] / square[place] : 0;

    /// <summary>A constant and the factor of the products; 0 where they hardly vary.</summary>
    public (double Constant, double Slope) Line(int place, double least)
    {
        var (n, mean, middle) = (count[place], value[place] / count[place], factor[place] / count[place]);
        var spread = (square[place] / n) - (middle * middle);
        var slope = spread > least * square[place] / n ? ((mixed[place] / n) - (mean * middle)) / spread : 0;
        return (mean - (slope * middle), slope);
    }
}
