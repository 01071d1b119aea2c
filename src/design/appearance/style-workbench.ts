// The pages for staff: dense tables, filters in a row, steps, logs, the menu of a section.

export const WORKBENCH_STYLE = `
.section-nav { margin-block-end: 1rem; border-block-end: 1px solid var(--line); }
.section-nav ul { display: flex; flex-wrap: wrap; gap: .125rem .25rem; }
.section-nav a { display: inline-block; padding: .5rem .625rem; min-block-size: 2.75rem; color: var(--ink); text-decoration: none; font-size: var(--small); border-block-end: 3px solid transparent; }
.section-nav a:hover { border-color: var(--line); } .section-nav [aria-current] { border-color: var(--accent); color: var(--accent); font-weight: 600; }
h1.page { font-size: var(--h2); } h1.page + .lead { font-size: var(--text); margin-block-start: .375rem; max-inline-size: var(--measure); }
.wrap.wide > section { margin-block-start: 2rem; } .wrap.wide h2 { font-size: var(--h3); margin-block: 1rem .5rem; } .wrap.wide h3 { font-size: var(--text); margin-block: 1rem .25rem; }
main:has(> .wrap.wide) { padding-block-start: 1.25rem; }
table.dense { inline-size: auto; min-inline-size: min(100%, 40rem); font-size: var(--tiny); line-height: 1.45; } html[lang="ar"] table.dense { line-height: 1.6; }
table.dense :is(th, td) { padding: .3125rem .625rem; vertical-align: top; } table.dense caption { font-weight: 600; color: var(--ink); font-size: var(--small); padding-block-end: .375rem; }
table.dense thead th { position: sticky; inset-block-start: 0; background: var(--ground); vertical-align: bottom; } thead th a { color: inherit; }
table.dense td { max-inline-size: 30rem; } table.dense bdi.free, bdi.free { white-space: pre-wrap; overflow-wrap: anywhere; }
table.dense bdi.code { white-space: nowrap; } table.dense bdi.code.free { white-space: pre-wrap; }
.dense .state { padding-inline: .5rem; }
.none { color: var(--soft); } .empty { color: var(--soft); margin-block: .5rem; } .empty strong { color: var(--ink); font-weight: 600; }
.form.line.filters { padding: .75rem 1rem; background: var(--sheet); margin-block: 1rem; gap: .5rem .75rem; }
.filters input, .filters select, .filters button { min-block-size: 2.5rem; padding-block: .25rem; font-size: var(--small); } .filters .field > label, .act .field > label { font-size: var(--tiny); font-weight: 600; }
.filters .field, .act .field { inline-size: auto; max-inline-size: 14rem; } .filters input { inline-size: 9rem; } .filters select { max-inline-size: 14rem; }
.field.check label { display: flex; gap: .5rem; align-items: center; min-block-size: 2.5rem; } .filters .field.check input { inline-size: 1.125rem; min-block-size: 0; }
.form.line.act { margin-block-start: .75rem; gap: .5rem .75rem; } .act .field.grow { flex: 1 1 16rem; max-inline-size: 32rem; }
td .form.line.act { flex-wrap: nowrap; margin: 0; } td .act input { min-inline-size: 8rem; min-block-size: 2.25rem; padding-block: .125rem; font-size: var(--tiny); } td .act button { min-block-size: 2.25rem; padding: .125rem .75rem; font-size: var(--tiny); } td .act .field > label { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); }
.panels.tight { gap: .75rem; margin-block: 1rem; max-inline-size: 48rem; } .panels.tight .panel { padding: .75rem 1rem; } .panels.tight .big { font-size: var(--h2); }
.wide .facts { font-size: var(--small); gap: .25rem 1.5rem; margin-block: .75rem; max-inline-size: 60rem; }
table.dense details { margin: 0; } table.dense summary { padding-block: 0; font-size: var(--tiny); }
ul.reasons, ul.proof { list-style: none; margin: 0; padding: 0; } ul.proof li { line-height: 1.5; }
pre.log { white-space: pre-wrap; overflow-wrap: anywhere; background: var(--sheet); padding: .75rem 1rem; font: 400 var(--tiny)/1.5 ui-monospace, monospace; max-block-size: 24rem; overflow-y: auto; text-align: start; } html[lang="ar"] pre.log:not([dir]) { font-family: inherit; font-size: var(--small); line-height: 1.7; }
ol.steps { display: flex; flex-wrap: wrap; gap: .5rem; list-style: none; padding: 0; margin-block: .75rem; }
.step { border: 1px solid var(--line); padding: .375rem .75rem; font-size: var(--small); color: var(--soft); } .step span { display: block; font-weight: 600; color: var(--ink); }
.step.done { border-color: var(--rise); } .step.now { border-color: var(--caution-line); background: var(--caution-ground); color: var(--caution); } .step.now span { color: var(--caution); }
.trace .trace { border-inline-start: 2px solid var(--line); padding-inline-start: 1rem; margin-block: .25rem; } .trace p { font-size: var(--small); max-inline-size: none; }
iframe.bulletin { inline-size: 100%; block-size: 70vh; border: 1px solid var(--line); background: #ffffff; }
.waiting { display: grid; gap: .5rem; margin-block: 1rem 2rem; max-inline-size: 48rem; } .waiting a { display: block; padding: .75rem 1rem; background: var(--sheet); text-decoration: none; border-inline-start: 4px solid var(--accent); } .waiting .grave a { border-color: var(--fall); }
.waiting a:hover { text-decoration: underline; } .pages a { padding-block: .5rem; }
`;
