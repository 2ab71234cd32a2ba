namespace Supply.Tests.Twin;

/// <summary>The rounds of a calibre that a consumer may fire by its rationing.</summary>
internal sealed record TwinFire(Consumer Consumer, Calibre Calibre, double Amount);

/// <summary>A gun park through the events of a step.</summary>
internal sealed class TwinGuns(
    GunPark park, Func<string, Uncertain, double> once, Func<string, RatePath, double> amount, Action<Quantity, double> book)
{
    private double guns = once("guns", park.Guns.Value);
    private double armed = once("guns", park.Guns.Value);
    private double spare = once("barrels", park.Barrels.Value);
    private double hulls = once("reserve", park.Reserve.Value);

    public string Name => park.Name;

    /// <summary>Rounds fired in this step.</summary>
    public double Fired { get; set; }

    private double Life => once("barrelLife", park.BarrelLife.Value);

    private double Each => Math.Min(amount("perGun", park.PerGun), Life);

    private double Usable => once("usable", park.Usable.Value);

    // Event 3.
    public void Make(double factor)
    {
        var made = Amount("barrelProduction", park.BarrelProduction) * factor;
        double torn = Amount("cannibalised", park.Cannibalised), back = Amount("returned", park.Returned);
        var taken = hulls > 0 ? Math.Min(hulls, torn + back) : 0;
        var both = torn + back;
        (torn, back) = both > 0 ? (taken * torn / both, taken * back / both) : (0, 0);
        hulls -= taken;
        spare += made + torn * Usable;
        guns += back;
        armed += back;
        book(Quantity.BarrelsMade, made);
        book(Quantity.BarrelsRecovered, torn * Usable);
        book(Quantity.GunsCannibalised, torn);
        book(Quantity.GunsReturned, back);
    }

    // Event 4.
    public void Lose()
    {
        var f = guns > 0 ? Math.Min(1, Amount("losses", park.Losses) / guns) : 0;
        book(Quantity.GunsLost, guns * f);
        book(Quantity.BarrelsLost, armed * f);
        guns -= guns * f;
        armed -= armed * f;
        var fitted = Math.Min(spare, Math.Max(0, guns - armed));
        spare -= fitted;
        armed += fitted;
    }

    /// <summary>Event 7: the shares of all demands that all guns, and the guns with a barrel, can fire.</summary>
    public (double ByGuns, double ByBarrels) Shares(double wanted) =>
        wanted > 0 ? (Math.Min(1, guns * Each / wanted), Math.Min(1, armed * Each / wanted)) : (0, 0);

    /// <summary>Event 7: the most rounds that the guns with a barrel fire.</summary>
    public double Most => armed * Each;

    // Event 8.
    public void Wear()
    {
        var worn = armed > 0 ? armed * Math.Min(1, Fired / Life / armed) : 0;
        Fired = 0;
        book(Quantity.BarrelsWorn, worn);
        armed -= worn;
    }

    // Event 9.
    public void Record()
    {
        foreach (var (quantity, level) in new[
            ] { (Quantity.GunsInService, guns), (Quantity.GunsWithBarrel, armed), (Quantity.SpareBarrels, spare),
            (Quantity.GunsInReserve, hulls) })
            if (level > 0) book(quantity, level);
        (guns, armed, spare, hulls) = (Rest(guns), Rest(armed), Rest(spare), Rest(hulls));
    }

    private static double Rest(double level) => level < 1e-30 ? 0 : level;

    private double Amount(string property, RatePath? path) => path is null ? 0 : amount(property, path);
}
