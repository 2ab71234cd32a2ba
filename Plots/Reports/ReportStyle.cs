namespace Supply.Plots.Reports;

/// <summary>The style of a report on screens and on paper.</summary>
internal static class ReportStyle
{
    public const string Css =
        """
        :root { color-scheme: light dark; --ink: #1a1a1a; --paper: #ffffff; --soft: #555555; --line: #c8c8c8; --link: #0b57d0; }
        @media (prefers-color-scheme: dark) {
          :root { --ink: #ececec; --paper: #16181b; --soft: #b4b4b4; --line: #4a4d52; --link: #9cc3ff; }
        }
        * { box-sizing: border-box; }
        body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, "Liberation Sans", Arial, sans-serif; }
        main { max-width: 52rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; overflow-wrap: anywhere; }
        h1 { font-size: 1.55rem; line-height: 1.25; margin: 0 0 1rem; }
        h2 { font-size: 1.1rem; margin: 1.5rem 0 .3rem; }
        h3 { font-size: 1rem; margin: 1.2rem 0 .3rem; }
        p { margin: 0 0 .8rem; }
        a { color: var(--link); }
        figure { margin: 1.2rem 0; }
        figure img { display: block; max-width: 100%; height: auto; background: #ffffff; }
        .picture { margin: 1.2rem 0; }
        .picture figure { margin: 0; min-width: 35rem; }
        .wide { overflow-x: auto; margin: 1rem 0 .6rem; }
        table { border-collapse: collapse; font-size: .9rem; font-variant-numeric: tabular-nums; overflow-wrap: normal; }
        caption { text-align: left; color: var(--soft); padding-bottom: .3rem; }
        th, td { padding: .25rem .6rem; border-bottom: 1px solid var(--line); text-align: right; vertical-align: bottom; }
        th { font-weight: 600; }
        th:first-child { text-align: left; padding-left: 0; min-width: 7rem; }
        tbody th { font-weight: 400; }
        tbody td { white-space: nowrap; }
        .note { color: var(--soft); font-size: .85rem; margin: 0 0 .3rem; }
        .more { margin-top: 2rem; border-top: 1px solid var(--line); }
        details { border-bottom: 1px solid var(--line); }
        summary { cursor: pointer; padding: .6rem 0; font-weight: 600; }
        ul { padding-left: 1.2rem; font-size: .9rem; }
        li { margin-bottom: .25rem; }
        pre { overflow-x: auto; max-height: 36rem; padding: .8rem; border: 1px solid var(--line); font-size: .8rem; }
        :focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
        @media print {
          @page { margin: 18mm 15mm; }
          :root { --ink: #000000; --paper: #ffffff; --soft: #444444; --line: #bbbbbb; --link: #000000; }
          body { font-size: 10pt; }
          main { max-width: none; padding: 0; }
          details::details-content { content-visibility: visible; display: block; height: auto; }
          details.long { display: none; }
          summary { list-style: none; }
          pre { max-height: none; white-space: pre-wrap; font-size: 7pt; border: 0; padding: 0; }
          .wide { overflow: visible; }
          table { font-size: 7.5pt; width: 100%; }
          th, td { padding: .1rem .25rem; }
          tbody td { white-space: normal; }
          th:first-child { min-width: 0; }
          h1, h2, h3, summary, caption { break-after: avoid; }
          figure, tr { break-inside: avoid; }
          .picture figure { min-width: 0; }
          figure img { max-height: 235mm; width: auto; }
          main > .picture img { max-height: 130mm; }
          .note { font-size: 7.5pt; }
          ul { font-size: 8pt; }
        }

        """;
}
