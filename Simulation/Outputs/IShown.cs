namespace Supply;

/// <summary>
/// A result that shows itself: as HTML on a page or in a notebook, and as text, by which two runs are compared.
/// </summary>
internal interface IShown
{
    /// <summary>An element of a page, at most 64 kB unless it is a listing; all text in it is escaped.</summary>
    string ToHtml();

    /// <summary>The same in words. Default: what <see cref="object.ToString"/> says.</summary>
    string ToPlainText() => ToString()!;
}
