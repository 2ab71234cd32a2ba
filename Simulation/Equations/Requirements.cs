using Supply.Programs;

namespace Supply.Equations;

/// <summary>Rounds that the consumers of a side require in a step; each term is written once, when an equation first asks for it.</summary>
internal sealed class Requirements(Side side)
{
    private readonly Dictionary<(string Consumer, Calibre Calibre), Term> required = [];
    private readonly Dictionary<(string Consumer, Calibre Calibre), Term> own = [];

    /// <summary>Rounds of a calibre that a consumer requires; 0 of a calibre for which it has no demand.</summary>
    public Term Of(Consumer consumer, Calibre calibre)
    {
        if (required.TryGetValue((consumer.Name, calibre), out var term)) return term;
        if (!consumer.Demands.Any(demand => demand.Calibre == calibre)) return side.Zero;
        var wish = WishEquations.Wish(consumer, calibre, ResponseEquations.Mix(consumer, calibre, side), side);
        var rounds = side.Rounding.Run(wish, side.Label("required", consumer.Name, calibre));
        return required[(consumer.Name, calibre)] = rounds.Named("required", consumer, calibre);
    }

    /// <summary>Rounds of a calibre that a consumer would require if there were no opponent.</summary>
    public Term Own(Consumer consumer, Calibre calibre) => own.TryGetValue((consumer.Name, calibre), out var term)
        ? term
        : own[(consumer.Name, calibre)] = DemandEquations.Own(consumer, consumer.Demands.First(demand => demand.Calibre == calibre), side);

    /// <summary>Rounds of a calibre that a consumer requires or is owed.</summary>
    public Term WithBacklog(Consumer consumer, Calibre calibre) => side.Stores.Owed(consumer.Name, calibre) is { } backlog
        ? Of(consumer, calibre) + backlog.Now
        : Of(consumer, calibre);

    /// <summary>Rounds of a calibre required by the consumers at a stockpile and further down its routes.</summary>
    public Term Downstream(string stockpile, Calibre calibre) =>
        side.Sum(side.Topology.ConsumersDownstream(stockpile).Select(consumer => Of(consumer, calibre)));
}
