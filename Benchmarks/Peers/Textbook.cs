namespace Supply.Benchmarks.Peers;

/// <summary>
/// The model as in a textbook of object-oriented simulation: a part is an object with virtual methods for the phases of a day, delays are
/// queues, every stock keeps its history in a list, and one replication is built and run at a time, with <see cref="Math"/> for the
/// functions. The draws are those of MODEL.md, so that the results can be compared.
/// </summary>
internal static class Textbook
{
    /// <summary>The outputs of replications 0..count-1, in the order of <see cref="OneCalibre.Outputs"/>.</summary>
    public static double[][] Run(ulong seed, int count)
    {
        var results = new double[count][];
        for (var r = 0; r < count; r++) results[r] = Run(new PeerDraws(seed, (uint)r));
        return results;
    }

    private static double[] Run(PeerDraws draws)
    {
        var rear = new Stock(draws.Uniform("rear opening", 2e6, 5e6), 0);
        var front = new Stock(2e5, 0);
        var reserve = new Stock(2e6, 0);
        var exportable = new Stock(0, draws.Uniform("exportable", 1e6, 4e6));
        var force = new Force(front, rear, draws.Uniform("required", 5_000, 15_000), draws);
        var sea = new SeaRoute(rear, reserve, (int)Math.Floor(draws.Uniform("sea lead time", 15, 40) + 0.5));
        var forward = new ForwardRoute(rear, front, force);
        TextbookPart[] parts =
        [
            sea, forward,
            new TextbookLine(rear, draws.LogNormal("line end", 1e6, 2.5e6), draws.Normal("line drift")),
            new Works(reserve, rear),
            new TextbookSupplier(exportable, sea, draws.Triangular("orders 2023", 2_000, 4_000, 9_000),
                draws.Triangular("orders 2024", 3_000, 6_000, 12_000)),
            force,
            rear, front, reserve, exportable,
        ];
        for (var day = 0; day < OneCalibre.Days; day++)
        {
            foreach (var part in parts) part.Receive(day);
            foreach (var part in parts) part.Produce(day);
            foreach (var part in parts) part.Plan(day);
            foreach (var part in parts) part.Dispatch(day);
            foreach (var part in parts) part.Fire(day);
            foreach (var part in parts) part.Record(day);
        }

        return [force.FiredTotal[^1], force.RequiredTotal[^1], force.FiredDprk, rear.History[^1] + front.History[^1], force.Exhausted];
    }

    private static int DaysTo(int year, int month, int day) => new DateOnly(year, month, day).DayNumber - OneCalibre.Start.DayNumber;

    private static double Share(double wanted, double pool) => pool > 0 ? Math.Min(1, wanted / pool) : 0;

    private abstract class TextbookPart
    {
        public virtual void Receive(int day) { }

        public virtual void Produce(int day) { }

        public virtual void Plan(int day) { }

        public virtual void Dispatch(int day) { }

        public virtual void Fire(int day) { }

        public virtual void Record(int day) { }
    }

    private sealed class Stock(double russia, double dprk) : TextbookPart
    {
        public double Russia { get; set; } = russia;

        public double Dprk { get; set; } = dprk;

        public double Total => Russia + Dprk;

        public List<double> History { get; } = [];

        /// <summary>Takes rounds of all origins in proportion.</summary>
        public (double Russia, double Dprk) Take(double wanted)
        {
            var share = Share(wanted, Total);
            var taken = (Russia * share, Dprk * share);
            Russia -= taken.Item1;
            Dprk -= taken.Item2;
            return taken;
        }

        public void Put(double russia, double dprk)
        {
            Russia += russia;
            Dprk += dprk;
        }

        public override void Record(int day)
        {
            if (Russia < 1e-30) Russia = 0;
            if (Dprk < 1e-30) Dprk = 0;
            History.Add(Total);
        }
    }

    private sealed class SeaRoute(Stock to, Stock reworkTo, int lag) : TextbookPart
    {
        private readonly Queue<double> underWay = new(Enumerable.Repeat(0.0, lag));

        public void Send(double rounds) => underWay.Enqueue(rounds * (1 - 0.01));

        public override void Receive(int day)
        {
            var landed = underWay.Dequeue();
            to.Put(0, landed - landed * 0.2 - landed * 0.1);
            reworkTo.Put(0, landed * 0.2);
        }
    }

    private sealed class ForwardRoute(Stock from, Stock to, Force force) : TextbookPart
    {
        private readonly Queue<(double Russia, double Dprk)> queue = new(Enumerable.Repeat((0.0, 0.0), 5));
        private readonly Stock underWay = new(0, 0);
        private double wish;

        public override void Receive(int day)
        {
            var (russia, dprk) = queue.Dequeue();
            underWay.Put(-russia, -dprk);
            to.Put(russia, dprk);
        }

        public override void Plan(int day) =>
            wish = Math.Min(20_000, Math.Max(0, 15 * force.RequiredOn(day) - (to.Total + underWay.Total)));

        public override void Dispatch(int day)
        {
            var sent = from.Take(wish);
            queue.Enqueue(sent);
            underWay.Put(sent.Russia, sent.Dprk);
        }

        public override void Record(int day) => underWay.Record(day);
    }

    private sealed class TextbookLine(Stock to, double endPerYear, double drift) : TextbookPart
    {
        private static readonly int RampEnd = DaysTo(2024, 7, 1);
        private static readonly int DriftFrom = DaysTo(2025, 1, 1);

        public override void Produce(int day)
        {
            var ramp = 250_000 + (endPerYear - 250_000) * Math.Min(1, (double)day / RampEnd);
            var made = ramp / 365.25 * Math.Exp(drift * 0.15 * Math.Max(0, day - DriftFrom) / 365.25);
            to.Put(made * 0.97, 0);
        }
    }

    private sealed class Works(Stock from, Stock to) : TextbookPart
    {
        public override void Produce(int day)
        {
            var (russia, dprk) = from.Take(2_000);
            to.Put(russia * 0.85, dprk * 0.85);
        }
    }

    private sealed class TextbookSupplier(Stock exportable, SeaRoute sea, double orders2023, double orders2024) : TextbookPart
    {
        private static readonly int From2023 = DaysTo(2023, 9, 1);
        private static readonly int From2024 = DaysTo(2024, 9, 1);

        public override void Produce(int day) => exportable.Put(0, 1_500);

        public override void Dispatch(int day) =>
            sea.Send(exportable.Take(day < From2023 ? 0 : day < From2024 ? orders2023 : orders2024).Dprk);
    }

    private sealed class Force(Stock at, Stock counted, double rate, PeerDraws draws) : TextbookPart
    {
        private const double Sd = 0.25;
        private readonly ulong noiseKey = PeerDraws.KeyOf("fire");
        private readonly double keep = Math.Exp(-1 / 20.0);
        private double noise;
        private double required;
        private int drawn = -1;

        public List<double> FiredTotal { get; } = [];

        public List<double> RequiredTotal { get; } = [];

        public double FiredDprk { get; private set; }

        public double Exhausted { get; private set; } = double.PositiveInfinity;

        /// <summary>Rounds required on a day; used by the route and by the force itself, drawn once.</summary>
        public double RequiredOn(int day)
        {
            if (drawn == day) return required;
            drawn = day;
            var z = draws.Normal(noiseKey, (uint)day);
            noise = day == 0 ? Sd * z : keep * noise + Sd * Math.Sqrt(1 - keep * keep) * z;
            return required = rate * Math.Exp(noise);
        }

        public override void Fire(int day)
        {
            var wanted = RequiredOn(day);
            var (russia, dprk) = at.Take(Math.Min(wanted, (at.Total + counted.Total) / 90));
            FiredDprk += dprk;
            FiredTotal.Add((day == 0 ? 0 : FiredTotal[^1]) + (russia + dprk));
            RequiredTotal.Add((day == 0 ? 0 : RequiredTotal[^1]) + wanted);
        }

        public override void Record(int day)
        {
            if (day < 29 || Exhausted < day) return;
            if (Trailing(FiredTotal, day) < 0.5 * Trailing(RequiredTotal, day)) Exhausted = day;
        }

        private static double Trailing(List<double> totals, int day) => totals[day] - (day < 30 ? 0 : totals[day - 30]);
    }
}
