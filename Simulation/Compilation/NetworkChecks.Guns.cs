namespace Supply.Compilation;

/// <content>Gun parks.</content>
internal sealed partial class NetworkChecks
{
    private void Check(string place, GunPark park)
    {
        values.Units(place, "number of guns", park.Guns);
        values.Rate(place, "rate per gun", park.PerGun);
        values.Rounds(place, "barrel life", park.BarrelLife);
        if (Bounds.Of(park.BarrelLife.Value).Low == 0)
        {
            problems.Add(place, $"barrel life {(park.BarrelLife.Value is ExactlyValue ? "is" : "may be")} 0 rounds; it must be above 0.");
        }

        values.Units(place, "number of spare barrels", park.Barrels);
        values.Units(place, "reserve", park.Reserve);
        values.Fraction(place, "usable share", park.Usable);
        if (park.BarrelProduction is { } made) values.Path(place, "barrel production", made, of: "barrels");
        if (park.Cannibalised is { } torn) values.Path(place, "rate of cannibalised guns", torn, of: "guns");
        if (park.Returned is { } back) values.Path(place, "rate of returned guns", back, of: "guns");
        if (park.Losses is { } lost) values.Path(place, "rate of losses", lost, of: "guns");
        if (park.Reserve.Value is ExactlyValue { Value: 0 } && (park.Cannibalised ?? park.Returned) is not null)
        {
            problems.Add(place, "guns are taken from its reserve, but that opens empty; say how many guns are in reserve.");
        }
    }

    private void Idle(GunPark park)
    {
        if (Parts<Consumer>().Any(consumer => consumer.Demands.Any(demand => demand.Guns == park.Name))) return;
        problems.Add(Place(park), "no demand is fired by it; name it under the guns of a demand, or leave it out.");
    }
}
