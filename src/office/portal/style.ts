// What the portal's pages add to the style of the office.

export const PORTAL_STYLE = `
.ways { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 15rem), 1fr)); margin-block-start: 1.5rem; }
.ways li { border: 1px solid var(--line); border-block-start: 3px solid var(--accent); padding: 1rem 1.25rem; }
.ways a { display: block; font-size: var(--h3); font-weight: 600; min-block-size: 2.75rem; }
.ways span { color: var(--soft); font-size: var(--small); }
.stated { display: grid; gap: .5rem; margin-block: 1.5rem; }
.stated div { display: grid; gap: .125rem 1.5rem; grid-template-columns: minmax(0, 14rem) minmax(0, 1fr); border-block-end: 1px solid var(--line); padding-block-end: .5rem; }
@media (max-width: 40rem) { .stated div { grid-template-columns: minmax(0, 1fr); } }
.stated dt { color: var(--soft); font-size: var(--small); } .stated dd { max-inline-size: none; overflow-wrap: anywhere; }
bdi.code { white-space: nowrap; } bdi.hash { white-space: normal; overflow-wrap: anywhere; }
td small bdi.code { color: var(--soft); }
td bdi.code, th bdi.code { overflow-wrap: break-word; white-space: normal; }
pre.secret { white-space: pre-wrap; }
html[dir="rtl"] pre.secret { text-align: left; }
.declaration fieldset { border: 1px solid var(--line); padding: 1rem; margin-block: 1.25rem; min-inline-size: 0; display: grid; gap: 1rem; }
.declaration legend { font-weight: 600; padding-inline: .5rem; }
.cells { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, 15rem), 1fr)); }
.cells .field { display: flex; flex-direction: column; gap: .25rem; } .cells .field > :last-child { margin-block-start: auto; }
details > summary { min-block-size: 2.75rem; padding-block: .5rem; cursor: pointer; color: var(--accent); }
.question { border-block-start: 1px solid var(--line); padding-block-start: 1.25rem; }
.question blockquote { border-inline-start: 3px solid var(--line); padding: .25rem 1rem; margin-block: .75rem; white-space: pre-wrap; }
.hint { font-size: var(--small); color: var(--soft); }
progress { inline-size: 100%; block-size: 1rem; accent-color: var(--accent); }
section > h2 + p.hint, .files + .hint { margin-block-start: .5rem; }
@media print { .receipt .state { border: 0; padding: 0; } }
`;
