// The page that judges the numbers of a text: its form, its marks and its list.

export const CHECK_STYLE = `
.check { display: grid; gap: 1rem; max-inline-size: var(--measure); margin-block: 1.5rem; }
.check textarea { inline-size: 100%; min-block-size: 16rem; padding: .75rem; font: inherit; color: inherit; background: var(--raised); border: 1px solid var(--strong-line); border-radius: 4px; }
.check label, .check legend { display: block; font-weight: 600; }
.check label small, .check label.choice { font-weight: 400; color: var(--soft); }
.check fieldset { border: 0; margin: 0; padding: 0; }
.check .sides { display: flex; flex-wrap: wrap; gap: 1rem 2rem; }
.check input[type="date"], .check select, .check button { font: inherit; padding: .5rem .75rem; min-block-size: 2.75rem; border: 1px solid var(--strong-line); border-radius: 4px; background: var(--raised); color: inherit; }
.check button { justify-self: start; background: var(--accent); color: var(--on-accent); border-color: var(--accent); font-weight: 600; padding-inline: 1.5rem; }
.alert { border-inline-start: 4px solid var(--fall); padding: .5rem 1rem; background: var(--sheet); }
.annotated { white-space: pre-wrap; max-inline-size: var(--measure); background: var(--sheet); padding: 1rem 1.25rem; border-radius: 4px; }
.annotated mark { background: none; color: inherit; border-block-end: 3px solid var(--strong-line); unicode-bidi: isolate; }
.annotated mark a { color: inherit; text-decoration: none; }
.annotated sup { font-size: .7em; unicode-bidi: isolate; }
.annotated .v-entailed, .annotated .v-consistent { border-color: var(--rise); }
.annotated .v-contradicted { border-color: var(--fall); border-block-end-style: double; }
.annotated .v-unsupported, .annotated .v-not-comparable { border-color: var(--caution-line); border-block-end-style: dashed; }
.verdicts li { max-width: var(--measure); margin-block: .5rem; }
ol.verdicts { list-style: decimal; padding-inline-start: 4ch; }
`;
