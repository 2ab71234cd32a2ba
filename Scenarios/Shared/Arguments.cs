using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Supply;

/// <summary>Runs a command line: all problems of the arguments are printed together.</summary>
internal static class Arguments
{
    public static int Run(RootCommand command, string[] args, Func<ParseResult, int> action)
    {
        Screen.Open();
        command.SetAction(parsed => Guard.Run(() => action(parsed)));
        var result = command.Parse(args);
        if (result.Errors.Count == 0) return result.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        foreach (var error in result.Errors) Console.Error.WriteLine(error.Message);
        return ExitCode.Mistake;
    }

    /// <summary>A date from which on something holds.</summary>
    public static Option<DateOnly> Date(string name, string description, DateOnly standard) => new(name)
    {
        Description = $"{description} (YYYY-MM-DD; from that day on)",
        DefaultValueFactory = _ => standard,
        CustomParser = result =>
        {
            var text = result.Tokens.Single().Value;
            if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) return date;
            result.AddError($"{name} is \"{text}\"; it must be a date such as {standard:yyyy-MM-dd}.");
            return default;
        },
    };

    /// <summary>One or several dates from which on something holds, in any order; each counts once.</summary>
    public static Option<DateOnly[]> Dates(string name, string description, params DateOnly[] standard) => new(name)
    {
        Description = $"{description} (one or several of YYYY-MM-DD; from that day on)",
        AllowMultipleArgumentsPerToken = true,
        DefaultValueFactory = _ => standard,
        CustomParser = result =>
        {
            var dates = new List<DateOnly>();
            foreach (var token in result.Tokens)
            {
                if (DateOnly.TryParseExact(token.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
                {
                    dates.Add(date);
                }
                else result.AddError($"{name} is \"{token.Value}\"; it must be a date such as {standard[0]:yyyy-MM-dd}.");
            }

            return [.. dates.Distinct().Order()];
        },
    };

    /// <summary>A whole number within limits.</summary>
    public static Option<T> Whole<T>(string name, string description, T standard, T least, T most)
        where T : struct, System.Numerics.IBinaryInteger<T> => new(name)
    {
        Description = description,
        DefaultValueFactory = _ => standard,
        CustomParser = result => ParsedWhole(result, name, least, most) ?? standard,
    };

    /// <summary>A whole number within limits, or none.</summary>
    public static Option<T?> WholeIfAny<T>(string name, string description, T least, T most)
        where T : struct, System.Numerics.IBinaryInteger<T> => new(name)
    {
        Description = description,
        CustomParser = result => ParsedWhole(result, name, least, most),
    };

    /// <summary>A number within limits.</summary>
    public static Option<double> Number(string name, string description, double standard, double least, double most) => new(name)
    {
        Description = Limited(description, least, most),
        DefaultValueFactory = _ => standard,
        CustomParser = result => Parsed(result, name, least, most) ?? standard,
    };

    /// <summary>A number within limits, or none.</summary>
    public static Option<double?> NumberIfAny(string name, string description, double least, double most) => new(name)
    {
        Description = Limited(description, least, most),
        CustomParser = result => Parsed(result, name, least, most),
    };

    private static string Limited(string description, double least, double most) =>
        string.Create(CultureInfo.InvariantCulture, $"{description}, {least}..{most}");

    private static double? Parsed(ArgumentResult result, string name, double least, double most, string what = "a number")
    {
        var text = result.Tokens.Single().Value;
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
        {
            return number;
        }

        result.AddError(string.Create(CultureInfo.InvariantCulture, $"{name} is \"{text}\"; it must be {what} in {least}..{most}."));
        return null;
    }

    private static T? ParsedWhole<T>(ArgumentResult result, string name, T least, T most)
        where T : struct, System.Numerics.IBinaryInteger<T>
    {
        var text = result.Tokens.Single().Value;
        if (T.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least
            && number <= most)
        {
            return number;
        }

        result.AddError(string.Create(
            CultureInfo.InvariantCulture, $"{name} is \"{text}\"; it must be a whole number in {least}..{most}."));
        return null;
    }

    /// <summary>A fraction in percent, within limits.</summary>
    public static Option<double> Percent(string name, string description, double standard, double least, double most) => new(name)
    {
        Description = $"{description}, {least:0.##}..{most:0.##} %",
        DefaultValueFactory = _ => standard / 100,
        CustomParser = result => (Parsed(result, name, least, most, "a number of percent") ?? standard) / 100,
    };

    /// <summary>A window written as two dates with two dots between them.</summary>
    public static Option<TimeWindow?> Window(string name, string description) => new(name)
    {
        Description = $"{description} (FROM..TO as YYYY-MM-DD..YYYY-MM-DD; both days count)",
        CustomParser = result =>
        {
            var text = result.Tokens.Single().Value;
            var dates = text.Split("..").Select(
                part =>
                DateOnly.TryParseExact(part, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date
                : (DateOnly?)null).ToArray();
            if (dates is [{ } from, { } to]) return Supply.TimeWindow.Between(from, to);
            result.AddError($"{name} is \"{text}\"; it must be two dates such as 2025-01-01..2027-12-31.");
            return null;
        },
    };
}
