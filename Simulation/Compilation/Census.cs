namespace Supply.Compilation;

/// <summary>The calibres and origins that parts speak of, in the order of the description.</summary>
internal static class Census
{
    public static string[] Origins(IEnumerable<Part> parts) =>
    [
        .. parts.SelectMany(part => part switch
        {
            Stockpile stockpile => stockpile.Opening.Select(lot => lot.Origin.Name),
            Reserve reserve => reserve.Opening.Select(lot => lot.Origin.Name),
            ProductionLine line => [line.Origin.Name],
            Supplier supplier => [supplier.Origin.Name],
            _ => [],
        }).Distinct(),
    ];

    public static string[] Calibres(IEnumerable<Part> parts) =>
    [
        .. parts.SelectMany(part => part switch
        {
            Stockpile stockpile => stockpile.Opening.Select(lot => lot.Calibre.Name),
            Reserve reserve => reserve.Opening.Select(lot => lot.Calibre.Name),
            ProductionLine line => [line.Calibre.Name],
            RefurbishmentWorks works => [works.Calibre.Name],
            Supplier supplier => supplier.Offers.Select(offer => offer.Calibre.Name),
            Consumer consumer => consumer.Demands.Select(demand => demand.Calibre.Name),
            _ => Enumerable.Empty<string>(),
        }).Distinct(),
    ];
}
