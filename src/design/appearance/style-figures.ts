// Figures in the page: the headline, the ledger of segments, tables, charts and downloads.

import { SEGMENT_TONES } from './style-tokens.ts';

const TONES = [...SEGMENT_TONES, 'total', 'rest'];

export const FIGURE_STYLE = `
.hero { display: grid; gap: clamp(2rem, 4vw, 3.5rem); }
@media (min-width: 62rem) { .hero { grid-template-columns: 7fr 6fr; align-items: start; } }
.hero h1 { margin-block: 1rem 1.5rem; max-width: 26ch; }
html[lang="ar"] .hero h1 { max-width: 32ch; }
.headline { display: flex; flex-wrap: wrap; align-items: baseline; gap: .25rem 1rem; padding-block-start: 1.25rem; background: var(--rule) no-repeat; position: relative; }
.headline::before { content: ""; position: absolute; inset-inline: 0; inset-block-start: 0; block-size: .75rem; background: repeating-linear-gradient(to right, var(--strong-line) 0 1px, transparent 1px .5rem); mask: linear-gradient(to bottom, #000 0 45%, transparent 45%); opacity: .6; }
.headline::after { content: ""; position: absolute; inset-inline: 0; inset-block-start: 0; block-size: .75rem; background: repeating-linear-gradient(to right, var(--ink) 0 1px, transparent 1px 2.5rem); }
.headline .num { font-size: var(--figure); font-weight: 600; line-height: 1.1; letter-spacing: -.035em; }
.headline .unit { font-size: var(--h3); color: var(--soft); }
.change { display: grid; grid-template-columns: auto 1fr; gap: .25rem 1rem; align-items: baseline; margin-block-start: .75rem; }
  .change > .num { font-size: var(--h2); font-weight: 600; }
.rise { color: var(--rise); } .fall { color: var(--fall); } .even { color: var(--even); }

.ledger { border-block-start: 2px solid var(--ink); }
.ledger .row { display: grid; gap: .25rem 1.5rem; align-items: baseline; padding-block: 1rem; border-block-end: 1px solid var(--line); grid-template-columns: 1fr auto; color: inherit; }
.ledger .name { font-weight: 600; font-size: var(--lead); line-height: 1.4; }
.ledger .name small { display: block; font-weight: 400; font-size: var(--small); color: var(--soft); }
.ledger .level { font-size: var(--h2); font-weight: 600; text-align: end; line-height: 1.3; }
.ledger .level small, .ledger .move small { display: block; font-size: var(--tiny); font-weight: 400; color: var(--soft); }
.ledger .share { grid-column: 1 / -1; }
.ledger .move { font-weight: 600; grid-column: 1 / -1; display: flex; gap: .5rem; align-items: baseline; }
@media (min-width: 48rem) {
  .ledger .row { grid-template-columns: minmax(18rem, 5fr) 3fr 3fr 4fr; align-items: center; }
  .ledger :is(.share, .move) { grid-column: auto; } .ledger .move { display: block; text-align: end; }
}
.share svg { display: block; inline-size: 100%; block-size: .625rem; margin-block-start: .375rem; }
.share rect.track { fill: var(--line); }
.share-line { display: flex; justify-content: space-between; gap: 1rem; font-size: var(--tiny); color: var(--soft); }

.scroll { position: relative; overflow-x: auto; overscroll-behavior-x: contain; }
table { border-collapse: collapse; inline-size: 100%; font-size: var(--small); line-height: 1.5; }
caption { text-align: start; padding-block-end: .75rem; color: var(--soft); }
.scroll > table > caption { position: sticky; inset-inline-start: 0; max-inline-size: calc(100vw - 2rem); }
caption strong { display: block; color: var(--ink); font-size: var(--lead); }
th, td { padding: .625rem .75rem; text-align: start; vertical-align: baseline; border-block-end: 1px solid var(--line); }
thead th { border-block-end: 2px solid var(--ink); font-weight: 600; vertical-align: bottom; }
tbody th { font-weight: 400; min-inline-size: 9rem; }
:is(th, td).n { text-align: right; white-space: nowrap; }
thead th.n { white-space: normal; }
tr.total :is(th, td) { font-weight: 600; border-block-end: 2px solid var(--ink); }
tr:hover > :is(th, td) { background: var(--sheet); }
td abbr, .mark-code { text-decoration: none; color: var(--soft); border-block-end: 1px dotted var(--strong-line); cursor: help; }
a.figure { color: inherit; text-decoration: underline dotted; text-underline-offset: .2em; }
sup.status { font-size: .6em; color: var(--soft); line-height: 0; font-weight: 400; padding-inline-start: .15em; } td.n > sup.status:last-child { font-size: .75em; display: inline-block; inline-size: 0; white-space: nowrap; }
.legend { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; font-size: var(--tiny); color: var(--soft); margin-block-start: .75rem; }
.legend dt { display: inline; font-weight: 600; } .legend dd { display: inline; } .legend dt::after { content: " "; }

.chart { margin-block-start: 1rem; }
.chart figcaption { margin-block-end: 1rem; }
.chart figcaption strong { display: block; font-size: var(--lead); line-height: 1.4; text-wrap: balance; }
.chart figcaption span { color: var(--soft); font-size: var(--small); }
.chart svg.plot { display: block; inline-size: 100%; block-size: auto; direction: ltr; overflow: visible; }
.chart svg.narrow { display: none; }
@media (max-width: 47.99rem) { .chart svg.wide { display: none; } .chart svg.narrow { display: block; } }
.plot text { font: 400 13px/1 var(--family); fill: var(--soft); font-variant-numeric: tabular-nums; }
.plot text.within { fill: var(--ground); font-weight: 600; } .plot text.strong { fill: var(--ink); font-weight: 600; } .plot text.ink { fill: var(--ink); }
.plot .grid { stroke: var(--line); stroke-width: 1; } .plot .zero { stroke: var(--ink); stroke-width: 1; }
.plot .line { fill: none; stroke-width: 2.5; stroke-linejoin: round; stroke-linecap: round; }
.plot .line.preliminary { stroke-dasharray: 2 5; }
.plot .dot { stroke: var(--ground); stroke-width: 1.5; } .plot .dot.preliminary { fill: var(--ground); stroke-width: 2; }
.plot .shade { fill: var(--sheet); }
${TONES.map((tone) => `.plot .s-${tone} { stroke: var(--tone-${tone}); } .plot .f-${tone}, .share .f-${tone} { fill: var(--tone-${tone}); } .plot text.t-${tone} { fill: var(--tone-${tone}); font-weight: 600; } .tone-${tone} { border-inline-start: 4px solid var(--tone-${tone}); padding-inline-start: .75rem; }`).join('\n')}
.plot .withheld { fill: none; stroke: var(--strong-line); stroke-dasharray: 3 3; }
pre.copy { white-space: pre-wrap; overflow-wrap: anywhere; background: var(--sheet); padding: .75rem 1rem; font-size: var(--tiny); line-height: 1.6; margin: 0; }
button.copy { inline-size: auto; margin-block-start: .5rem; padding-inline: 1rem; }
figure.alone svg.plot { inline-size: auto; max-inline-size: 100%; }
.embedded { padding: 1rem; } .embedded .chart { margin: 0; }
.source { font-size: var(--tiny); color: var(--soft); margin-block-start: .75rem; max-width: none; }
details { margin-block-start: .75rem; }
summary { cursor: pointer; color: var(--accent); font-size: var(--small); padding-block: .375rem; inline-size: fit-content; }
details[open] > summary { margin-block-end: .75rem; }

.panels { display: grid; gap: var(--gap); grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr)); }
.panel { background: var(--sheet); padding: clamp(1.25rem, 3vw, 2rem); }
.panel h2, .panel h3 { font-size: var(--h3); margin-block-end: .5rem; }
.panel .big { font-size: var(--h1); font-weight: 600; line-height: 1.2; }
.panel.measure h2 { font-size: var(--small); color: var(--soft); font-weight: 400; letter-spacing: 0; }
.panels:has(.measure) { grid-template-columns: repeat(auto-fit, minmax(min(100%, 9rem), 1fr)); }
.panel .num.big { font-size: var(--h1); font-weight: 600; line-height: 1.2; }
.files { display: flex; flex-wrap: wrap; gap: .5rem; margin-block-start: .75rem; }
.files a { display: inline-block; padding: .5rem .875rem; border: 1px solid var(--strong-line); border-radius: 2px; text-decoration: none; background: var(--raised); font-size: var(--small); }
.files a:hover { border-color: var(--accent); }
@media (min-width: 62rem) { .target:has(.chart) { display: grid; grid-template-columns: 5fr 6fr; gap: var(--gap); align-items: start; } .target .chart { margin: 0; } }
.target > div > * + * { margin-block-start: 1.5rem; }
main > .wrap > section.target { margin-block-start: var(--gap); }
.facts.dates dt { min-inline-size: 10rem; } .terms td, .terms th { min-inline-size: 8rem; text-align: start; }
.facts { display: grid; grid-template-columns: minmax(8rem, auto) 1fr; gap: .5rem 1.5rem; }
.facts dt { color: var(--soft); } .facts dd { overflow-wrap: anywhere; }

.explorer { display: grid; gap: var(--gap); }
@media (min-width: 62rem) { .explorer { grid-template-columns: 19rem minmax(0, 1fr); align-items: start; } }
.explorer form { display: grid; gap: 1.125rem; background: var(--sheet); padding: 1.25rem; }
.explorer .result { min-inline-size: 0; }
.field { display: grid; gap: .25rem; } .pair { display: grid; gap: .75rem; grid-template-columns: 1fr 1fr; }
.field label, legend { font-size: var(--small); font-weight: 600; padding: 0; }
fieldset { border: 0; margin: 0; padding: 0; min-inline-size: 0; } .box { display: flex; gap: .5rem; align-items: baseline; font-size: var(--small); padding-block: .25rem; }
select, button { font: inherit; font-size: var(--small); color: var(--ink); background: var(--raised); border: 1px solid var(--strong-line); border-radius: 2px; padding: .5rem; inline-size: 100%; min-block-size: 2.5rem; }
input[type="checkbox"] { accent-color: var(--accent); inline-size: 1.125rem; block-size: 1.125rem; flex: none; transform: translateY(.15rem); }
button { background: var(--accent); color: var(--on-accent); border-color: var(--accent); font-weight: 600; cursor: pointer; }
`;
