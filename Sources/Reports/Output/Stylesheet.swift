/// How a report looks: on screen one calm column, on paper A4.
///
/// The policy names the style sheet's digest, so that a browser applies this text and nothing that data might smuggle in.
enum Stylesheet {
  /// SHA-256 of `text`, in base64; a test computes it with another program.
  static let digest = "9xkgIF+XhDCjbHhnVXke0JMjCaxNC+0ik+MophYXYnw="

  static let policy =
    "default-src 'none'; img-src data:; style-src 'sha256-\(digest)'; base-uri 'none'; form-action 'none'"

  static let text = """

    :root { --ink: #1b1f24; --muted: #57606a; --line: #d0d7de; --grid: #e6e8eb; --accent: #0b5cad; }
    * { box-sizing: border-box; }
    html { color: var(--ink); background: #fff; -webkit-text-size-adjust: 100%; }
    body { max-width: 54rem; margin: 0 auto; padding: 2.5rem 1.5rem 3rem; font-size: 16px; line-height: 1.7;
      font-family: "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", "PingFang SC", sans-serif;
      font-variant-numeric: tabular-nums; overflow-wrap: anywhere; text-autospace: no-autospace; }
    h1, h2, h3, h4, h5, h6 { line-height: 1.35; font-weight: 700; break-after: avoid; break-inside: avoid; }
    h1 { font-size: 1.8rem; margin: 0.2rem 0 1.2rem;
      font-family: "Noto Serif CJK SC", "Source Han Serif SC", "SimSun", "Songti SC", serif; }
    h2 { font-size: 1.15rem; margin: 2.2rem 0 0.8rem; padding-bottom: 0.35rem; border-bottom: 1px solid var(--line); }
    h3 { font-size: 1.02rem; margin: 1.5rem 0 0.5rem; }
    h4, h5, h6 { font-size: 1rem; margin: 1.2rem 0 0.4rem; }
    p { margin: 0.6rem 0; orphans: 2; widows: 2; }
    .subtitle { margin: 0; color: var(--muted); font-size: 0.92rem; }
    ul, ol { margin: 0.6rem 0; padding-left: 1.5rem; }
    li { margin: 0.25rem 0; break-inside: avoid; }
    li > p, li > ul, li > ol { margin: 0.2rem 0; }
    blockquote { margin: 0.8rem 0; padding: 0.1rem 1rem; color: var(--muted); border-left: 3px solid var(--grid); }
    hr { border: 0; border-top: 1px solid var(--line); margin: 1.6rem 0; }
    a { color: var(--accent); }
    code, pre { font-family: "Noto Sans Mono CJK SC", ui-monospace, Consolas, monospace; font-size: 0.88em; }
    pre { padding: 0.8rem 1rem; background: #f6f8fa; white-space: pre-wrap; }
    mark { color: #8a1c0a; background: #fdecea; padding: 0 0.15em; }
    figure { margin: 1.2rem 0 1.5rem; break-inside: avoid; text-align: center; }
    img { display: block; margin: 0 auto; width: auto; height: auto; max-width: 100%; }
    figcaption { margin-top: 0.5rem; color: var(--muted); font-size: 0.9rem; break-before: avoid; }
    caption { caption-side: top; padding-bottom: 0.4rem; color: var(--muted); font-size: 0.9rem; text-align: left;
      break-after: avoid; }
    caption b, figcaption b { color: var(--ink); font-weight: 700; }
    table { width: 100%; margin: 1rem 0 1.5rem; border-collapse: separate; border-spacing: 0; font-size: 0.92rem; line-height: 1.5; }
    thead { display: table-header-group; break-inside: avoid; break-after: avoid; }
    th { color: var(--muted); font-weight: 400; text-align: left; vertical-align: bottom;
      border-bottom: 1.5px solid var(--ink); }
    td { vertical-align: top; border-bottom: 1px solid var(--grid); }
    th, td { padding: 0.4rem 0.6rem; }
    th:first-child, td:first-child { padding-left: 0.2rem; }
    th:last-child, td:last-child { padding-right: 0.2rem; }
    tr { break-inside: avoid; }
    tbody tr:nth-child(-n+2) { break-after: avoid; }
    tbody tr:nth-last-child(-n+2) { break-before: avoid; }
    .n { text-align: right; }
    .c { text-align: center; }
    td.s { white-space: nowrap; overflow-wrap: normal; }
    th.s { white-space: nowrap; overflow-wrap: normal; }
    .dense th, .dense td { padding-left: 0.35rem; padding-right: 0.35rem; }
    .whole { break-inside: avoid; }
    td.w { min-width: 8em; }
    td.q { min-width: 5em; }
    td.none { color: var(--muted); }
    .missing { display: inline-block; min-width: 7em; white-space: normal; color: var(--muted); font-size: 0.9em; }
    footer { margin-top: 2.6rem; padding-top: 0.8rem; border-top: 1px solid var(--line); color: var(--muted);
      font-size: 0.86rem; line-height: 1.6; break-inside: avoid; }
    footer h2 { margin: 0 0 0.3rem; padding: 0; border: 0; font-size: 0.9rem; color: var(--ink); }
    dl { margin: 0; columns: 2; column-gap: 2rem; }
    dl div { display: flex; break-inside: avoid; }
    dt { flex: 0 0 5em; }
    dd { margin: 0; color: var(--ink); }

    @page { size: A4; margin: 18mm 16mm 20mm;
      @bottom-right { content: "第" counter(page) "页，共" counter(pages) "页"; color: #57606a;
        font: 9pt "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", "PingFang SC", sans-serif; } }
    @media screen and (max-width: 54rem) { table { display: block; overflow-x: auto; } }
    @media print {
      html { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
      body { max-width: none; padding: 0; font-size: 10.5pt; line-height: 1.6; }
      h1 { font-size: 19pt; }
      h2 { font-size: 12.5pt; }
      h3 { font-size: 11pt; }
      table { font-size: 9.5pt; }
      .dense { font-size: 8pt; }
      th, td { padding-top: 0.28rem; padding-bottom: 0.28rem; }
      img { max-height: 112mm; }
      a { color: inherit; text-decoration: none; }
    }

    """
}
