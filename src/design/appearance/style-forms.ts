// Forms, messages and lists of the office: fields with their hints and faults, buttons by weight, states.

export const FORM_STYLE = `
.form { display: grid; gap: 1.25rem; max-inline-size: 36rem; margin-block-start: 1.5rem; }
.form.line { display: flex; flex-wrap: wrap; gap: .75rem; align-items: end; max-inline-size: none; }
.field > label { font-size: var(--text); } .field .hint { font-size: var(--small); color: var(--soft); }
input:not([type="checkbox"], [type="radio"]), textarea { font: inherit; color: inherit; background: var(--raised); border: 1px solid var(--strong-line); border-radius: 2px; padding: .5rem .625rem; inline-size: 100%; min-block-size: 2.75rem; }
textarea { min-block-size: 7rem; } select { min-block-size: 2.75rem; }
input[type="file"] { padding: .5rem; } input[type="radio"] { accent-color: var(--accent); inline-size: 1.125rem; block-size: 1.125rem; flex: none; }
[aria-invalid="true"] { border-color: var(--fall); border-width: 2px; }
input.ltr { direction: ltr; } html[dir="rtl"] input.ltr { text-align: end; }
.fault { color: var(--fall); font-size: var(--small); font-weight: 600; }
button, .button { inline-size: auto; justify-self: start; min-block-size: 2.75rem; padding: .5rem 1.25rem; border-radius: 2px; font-size: var(--text); }
.button { display: inline-block; background: var(--accent); color: var(--on-accent); border: 1px solid var(--accent); font-weight: 600; text-decoration: none; }
button.plain, .button.plain { background: transparent; color: var(--accent); border-color: var(--strong-line); }
button.grave { background: transparent; color: var(--fall); border-color: var(--fall); }
.actions { display: flex; flex-wrap: wrap; gap: .75rem; align-items: center; }
.told { border-inline-start: 4px solid var(--accent); background: var(--accent-ground); padding: .75rem 1rem; margin-block-end: 1.5rem; max-inline-size: var(--measure); }
.told.bad { border-color: var(--fall); background: var(--sheet); }
.told ul { padding-inline-start: 1.25rem; }
.secret { font: 600 var(--lead)/1.5 ui-monospace, monospace; direction: ltr; unicode-bidi: isolate; background: var(--sheet); padding: .75rem 1rem; overflow-wrap: anywhere; display: block; user-select: all; }
.codes { display: grid; grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr)); gap: .5rem 1.5rem; direction: ltr; }
.quick { background: #ffffff; padding: 1rem; inline-size: min(100%, 16rem); } .quick svg { display: block; inline-size: 100%; block-size: auto; }
.wrap.wide { inline-size: min(100% - 2rem, 110rem); }
.who { display: flex; flex-wrap: wrap; gap: .25rem .75rem; align-items: center; font-size: var(--small); color: var(--soft); order: 1; }
.who form { display: inline; } .who button { min-block-size: 2.5rem; padding: .25rem .75rem; font-size: var(--small); }
.main-nav a, .languages a { min-block-size: 2.75rem; }
.pages { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: center; margin-block-start: 1rem; font-size: var(--small); }
.state { display: inline-block; padding: .0625rem .625rem; border: 1px solid currentColor; border-radius: 1rem; font-size: var(--tiny); white-space: nowrap; }
.state.good { color: var(--rise); } .state.bad { color: var(--fall); } .state.caution { color: var(--caution); background: var(--caution-ground); }
bdi.code { font-variant-numeric: tabular-nums; direction: ltr; unicode-bidi: isolate; }
`;
