using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Supply.Studies;

/// <summary>The metrics and windows of a study as JSON, and back.</summary>
internal static class RecordText
{
    public static string Of(Metrics metrics)
    {
        using var memory = new MemoryStream();
        using (var json = new Utf8JsonWriter(memory, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            List(json, "series", metrics.Series, one => Write(json, one));
            List(json, "scalars", metrics.Scalars, one => Write(json, one));
            List(json, "windows", metrics.Windows, one => Write(json, one));
            List(json, "outcomes", metrics.Outcomes, one =>
            {
                json.WriteStartObject();
                json.WritePropertyName("metric");
                Write(json, one.Metric);
                json.WritePropertyName("window");
                Write(json, one.Window);
                json.WriteEndObject();
            });
            json.WriteNumber("every", metrics.Every);
            json.WriteNumber("fillDays", metrics.FillDays);
            json.WriteNumber("benchmarkDays", metrics.BenchmarkDays);
            json.WriteNumber("shareDays", metrics.ShareDays);
            json.WriteNumber("ratioDays", metrics.RatioDays);
            json.WriteNumber("exhaustionFill", metrics.ExhaustionFill);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(memory.ToArray());
    }

    public static Metrics Parse(string text)
    {
        using var document = JsonDocument.Parse(text);
        var root = document.RootElement;
        Items<T> All<T>(string name, Func<JsonElement, T> one) => Items.From(root.GetProperty(name).EnumerateArray().Select(one));
        return new()
        {
            Series = All("series", ReadMetric),
            Scalars = All("scalars", ReadMetric),
            Windows = All("windows", ReadWindow),
            Outcomes = All("outcomes", one => new Outcome(ReadMetric(one.GetProperty("metric")), ReadWindow(one.GetProperty("window")))),
            Every = root.GetProperty("every").GetInt32(),
            FillDays = root.GetProperty("fillDays").GetInt32(),
            BenchmarkDays = root.GetProperty("benchmarkDays").GetInt32(),
            ShareDays = root.GetProperty("shareDays").GetInt32(),
            RatioDays = root.GetProperty("ratioDays").GetInt32(),
            ExhaustionFill = root.GetProperty("exhaustionFill").GetDouble(),
        };
    }

    private static void List<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items) write(item);
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, Metric metric)
    {
        json.WriteStartObject();
        json.WriteString("quantity", metric.Quantity.ToString());
        if (metric.Aggregate != default) json.WriteString("aggregate", metric.Aggregate.ToString());
        if (metric.Place is not null) json.WriteString("place", metric.Place);
        if (metric.Calibre is { } calibre) json.WriteString("calibre", calibre.Name);
        if (metric.Origin is { } origin) json.WriteString("origin", origin.Name);
        if (metric.Side is not null) json.WriteString("side", metric.Side);
        if (metric.Opponent is not null) json.WriteString("opponent", metric.Opponent);
        if (metric.Effects.Count > 0)
        {
            List(json, "effects", metric.Effects, effect =>
            {
                json.WriteStartObject();
                json.WriteString("origin", effect.Origin.Name);
                json.WriteNumber("effect", effect.Effect);
                json.WriteEndObject();
            });
        }

        json.WriteEndObject();
    }

    private static Metric ReadMetric(JsonElement metric)
    {
        string? Text(string name) => metric.TryGetProperty(name, out var value) ? value.GetString() : null;
        return new(Enum.Parse<Quantity>(Text("quantity")!))
        {
            Aggregate = Text("aggregate") is { } aggregate ? Enum.Parse<Aggregate>(aggregate) : default,
            Place = Text("place"),
            Calibre = Text("calibre") is { } calibre ? new Calibre(calibre) : null,
            Origin = Text("origin") is { } origin ? new Origin(origin) : null,
            Side = Text("side"),
            Opponent = Text("opponent"),
            Effects = metric.TryGetProperty("effects", out var effects)
                ? Items.From(effects.EnumerateArray().Select(effect => new RoundEffect(
                    new(effect.GetProperty("origin").GetString()!), effect.GetProperty("effect").GetDouble())))
                : [],
        };
    }

    private static void Write(Utf8JsonWriter json, TimeWindow window)
    {
        json.WriteStartObject();
        json.WriteString("name", window.Name);
        json.WritePropertyName("from");
        Write(json, window.From);
        json.WritePropertyName("to");
        Write(json, window.To);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Moment moment)
    {
        if (moment.Step is { } step) json.WriteNumberValue(step);
        else json.WriteStringValue(moment.ToString());
    }

    private static TimeWindow ReadWindow(JsonElement window) => new(
        window.GetProperty("name").GetString()!, ReadMoment(window.GetProperty("from")), ReadMoment(window.GetProperty("to")));

    private static Moment ReadMoment(JsonElement moment) => moment.ValueKind == JsonValueKind.Number
        ? Moment.AtStep(moment.GetInt32())
        : DateOnly.ParseExact(moment.GetString()!, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
