using System.Globalization;
using Supply.Studies;

namespace Supply.Evidence;

/// <summary>Published figures on a page.</summary>
internal static class EvidenceHtml
{
    private static readonly string[] columns = ["row", "side", "quantity", "period", "published", "unit", "witness", "source"];

    public static string Words(PublishedRecord record) => record.Rows.Count == 0 ? "a record without figures"
        : string.Create(CultureInfo.InvariantCulture, $"{record.Rows.Count} published figures of ")
            + string.Create(CultureInfo.InvariantCulture,
                $"{record.Rows.Select(row => row.Witness).Distinct().Count()} witnesses, to {record.Ends:yyyy-MM-dd}");

    public static string Of(PublishedRecord record) => Html.TableOfHtml(Words(record), columns, record.Rows.Select(row => Cells(row)), [],
        Html.Most / 2);

    public static string Of(EvidenceRow row) => Html.TableOfHtml("", columns, [Cells(row)],
        [$"Reliability {row.Reliability}{(row.Verified ? "" : ", not seen at its source")}. {row.Note}".TrimEnd()], Html.Most / 2);

    private static string[] Cells(EvidenceRow row) =>
    [
        Html.Text(row.Id), Html.Text(row.Side), Html.Text($"{row.Quantity}, {row.Calibre}"),
        Html.Text($"{(Moment)row.PeriodStart} to {(Moment)row.PeriodEnd}"), Html.Text(Range(row)), Html.Text(row.Unit),
        Html.Text(row.Witness), Html.Link(row.Organisation, row.Url, row.Title),
    ];

    private static string Range(EvidenceRow row) =>
        row.IsLowerBound ? "at least " + ReadableNumber.Digits(row.Least)
        : row.IsUpperBound ? "at most " + ReadableNumber.Digits(row.Most)
        : row.Least == row.Most ? ReadableNumber.Digits(row.Least)
        : $"{ReadableNumber.Digits(row.Least)}-{ReadableNumber.Digits(row.Most)}";
}
