/** The look of a dossier, on a screen without network and on A4 paper. */
export const dossierStyle = `
:root { color-scheme: light dark; --ink: #23211c; --soft: #6b665c; --paper: #fbf9f4; --line: #d9d3c5; --pine: #2f5d50; --bad: #a5371f; }
@media (prefers-color-scheme: dark) { :root { --ink: #ece7db; --soft: #a9a294; --paper: #1c1b18; --line: #403c34; --pine: #8fc3b3; --bad: #f0917a; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 24px 16px 64px; max-width: 860px; background: var(--paper); color: var(--ink); font: 16px/1.65 'Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei', system-ui, sans-serif; }
h1 { font: 600 1.6rem/1.35 'Noto Serif CJK SC', 'Songti SC', Georgia, serif; margin: 4px 0 8px; }
h2 { font-size: 1.05rem; margin: 32px 0 8px; padding-bottom: 4px; border-bottom: 1px solid var(--line); }
h3 { font-size: 1rem; margin: 20px 0 2px; }
a { color: var(--pine); }
.meta, th, dt { color: var(--soft); font-size: .875rem; }
.num { font-family: ui-monospace, 'Noto Sans Mono', monospace; font-size: .8125rem; overflow-wrap: anywhere; }
dl { display: grid; grid-template-columns: fit-content(40%) 1fr; gap: 2px 14px; margin: 8px 0; }
dd { margin: 0; overflow-wrap: anywhere; }
table { width: 100%; border-collapse: collapse; }
th { text-align: start; font-weight: 400; }
th, td { padding: 5px 10px 5px 0; border-bottom: 1px solid var(--line); vertical-align: top; overflow-wrap: anywhere; }
td.at { white-space: nowrap; color: var(--soft); }
.good { color: var(--pine); } .bad { color: var(--bad); }
.change { margin: 6px 0; padding: 2px 0 2px 12px; border-inline-start: 3px solid var(--line); }
.change p { margin: 4px 0; }
del { color: var(--bad); } ins { color: var(--pine); text-decoration-thickness: 1.5px; }
ul.stories { list-style: none; padding: 0; } ul.stories li { padding: 7px 0; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
:lang(en) { font-family: system-ui, 'DejaVu Sans', 'Noto Sans CJK SC', sans-serif; }
section { break-inside: auto; } h2, h3 { break-after: avoid; } tr, .change { break-inside: avoid; }
@media (max-width: 560px) { .wide { overflow-x: auto; } .wide table { min-width: 520px; } }
@media print { body { background: none; color: #000; font-size: 10.5pt; padding: 0; max-width: none; } a { color: inherit; } @page { size: A4; margin: 16mm; } }
`.trim();
