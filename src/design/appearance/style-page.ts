// The page around the figures: base text, header, navigation, footer, bands and print.

export const PAGE_STYLE = `
*, *::before, *::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-padding-block-start: 1rem; }
body { margin: 0; min-block-size: 100vh; display: flex; flex-direction: column; background: var(--ground); color: var(--ink); font: 400 var(--text)/1.6 var(--family); overflow-wrap: break-word; }
html[lang="ar"] body { line-height: 1.8; }
h1, h2, h3, p, ul, ol, dl, dd, figure, table, blockquote { margin: 0; padding: 0; }
ul[class], ol[class] { list-style: none; }
h1, h2, h3 { font-weight: 600; line-height: 1.25; text-wrap: balance; }
html[lang="ar"] :is(h1, h2, h3) { line-height: 1.5; }
h1 { font-size: var(--h1); letter-spacing: -.015em; }
h2 { font-size: var(--h2); letter-spacing: -.01em; }
h3 { font-size: var(--h3); }
html[lang="ar"] :is(h1, h2, h3) { letter-spacing: 0; }
p, dd, .prose li { max-width: var(--measure); text-wrap: pretty; }
a { color: var(--accent); text-underline-offset: .22em; text-decoration-thickness: 1px; }
a:hover { text-decoration-thickness: 2px; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 3px; border-radius: 2px; }
.skip { position: absolute; inset-inline-start: -999rem; }
.skip:focus { position: fixed; inset-inline-start: 1rem; inset-block-start: 1rem; z-index: 9; padding: .75rem 1.25rem; background: var(--accent); color: var(--on-accent); }
.away { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.wrap { inline-size: min(100% - 2rem, var(--page)); margin-inline: auto; }
@media (min-width: 48rem) { .wrap { inline-size: min(100% - 5rem, var(--page)); } }
.num { font-variant-numeric: tabular-nums lining-nums; white-space: nowrap; unicode-bidi: isolate; direction: ltr; }

.band { background: var(--caution-ground); color: var(--caution); border-block-end: 1px solid var(--caution-line); font-size: var(--small); }
.band .wrap { display: flex; gap: .75rem; align-items: center; padding-block: .5rem; }
.band p { max-width: none; }
.hatch { flex: none; inline-size: 1.75rem; block-size: .875rem; border: 1px solid var(--caution-line); background: repeating-linear-gradient(135deg, var(--caution-line) 0 2px, transparent 2px 6px); }

.top { border-block-end: 1px solid var(--line); }
.top .wrap { display: flex; flex-wrap: wrap; gap: .5rem 2rem; align-items: center; padding-block: 1rem; }
.mark { display: inline-flex; gap: .75rem; align-items: center; color: var(--ink); text-decoration: none; font-weight: 600; font-size: var(--lead); line-height: 1.2; }
.mark svg { flex: none; inline-size: 2.25rem; block-size: 2.25rem; }
.mark small { display: block; max-inline-size: 16.5rem; text-wrap: balance; font-weight: 400; font-size: var(--tiny); color: var(--soft); }
.main-nav { flex: 1 1 20rem; order: 2; } .languages { order: 3; }
.main-nav ul, .languages ul { display: flex; flex-wrap: wrap; gap: .125rem .25rem; }
.main-nav a, .languages a, .languages strong { display: inline-block; padding: .5rem .625rem; color: var(--ink); text-decoration: none; border-block-end: 2px solid transparent; font-weight: 400; font-size: var(--small); min-block-size: 2.5rem; }
.main-nav a:hover, .languages a:hover { border-color: var(--line); }
.main-nav [aria-current], .languages strong { border-color: var(--accent); font-weight: 600; color: var(--accent); }
@media (max-width: 81.99rem) {
  .top .wrap { justify-content: space-between; }
  .main-nav { order: 4; flex-basis: 100%; }
  .main-nav ul { margin-inline: -.625rem; }
}

main { flex: 1 0 auto; inline-size: 100%; padding-block: clamp(2rem, 4vw, 3.5rem) var(--section); }
main > .wrap > section, main > .wrap > article { margin-block-start: var(--section); }
section > h2 { margin-block-end: .5rem; }
section > h2 + p { color: var(--soft); margin-block-end: 1.5rem; }
.lead { font-size: var(--lead); color: var(--soft); }
.eyebrow { display: flex; flex-wrap: wrap; gap: .375rem .75rem; align-items: center; color: var(--soft); font-size: var(--small); max-width: none; }
.pill { display: inline-block; padding: .0625rem .625rem; border: 1px solid currentColor; border-radius: 1rem; font-size: var(--tiny); line-height: 1.6; white-space: nowrap; }
.pill.caution { color: var(--caution); background: var(--caution-ground); border-color: var(--caution-line); }
.note { border-inline-start: 3px solid var(--accent); padding: .25rem 1rem; max-width: var(--measure); }
.note + .note, .note + p, p + .note { margin-block-start: 1rem; }
.note.caution { border-color: var(--caution-line); }
.stack > * + * { margin-block-start: 1rem; }
.prose > * + * { margin-block-start: 1rem; }
.prose h2 { margin-block-start: 2.75rem; }
.prose ul { padding-inline-start: 1.25rem; }
.crumbs ol { display: flex; flex-wrap: wrap; gap: .5rem; font-size: var(--small); color: var(--soft); margin-block-end: 1rem; }
.crumbs li + li::before { content: "/"; margin-inline-end: .5rem; color: var(--strong-line); }

.foot { background: var(--sheet); border-block-start: 1px solid var(--line); font-size: var(--small); color: var(--soft); }
.foot .wrap { display: grid; gap: 2rem; padding-block: 2.5rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 15rem), 1fr)); }
.foot h2 { font-size: var(--small); color: var(--ink); margin-block-end: .5rem; letter-spacing: 0; }
.foot li { margin-block: .125rem; }
.foot a { color: inherit; display: inline-block; padding-block: .25rem; }

@media print {
  .top nav, .foot nav, .skip, .downloads, .crumbs, form, .tools { display: none; }
  main { padding-block: 1rem; } body { font-size: 10.5pt; }
  section, figure, table { break-inside: avoid; } a { color: inherit; text-decoration: none; }
  .band { border: 1px solid; }
}
@media (prefers-reduced-motion: no-preference) { a, .row { transition: border-color .15s, background-color .15s; } }
`;
