// Every rule of the domain judges its own examples as it says, and breaking any rule on purpose is seen by them.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Rule } from '../../src/design/domain.ts';
import { childrenOf, isNode, predicateStatement, type SyntaxNode } from '../../src/design/rule.ts';
import { type Engine, openEngine } from '../../src/engine/duckdb.ts';
import { sql } from '../../src/engine/sql.ts';
import { createExampleLookups, misjudged, misjudgedBy, strangeNames } from '../../src/process/example.ts';
import { checkRules } from '../../src/process/validate.ts';
import { RULES } from './rule-text.ts';

let engine: Engine;
before(async () => {
  engine = await openEngine({ memory: '500MB', threads: 1 });
  await createExampleLookups(engine);
});
after(() => engine.close());

test('the rules say only what rules may say', async () => {
  assert.ok(RULES.length >= 40, `${RULES.length} rules`);
  assert.equal(new Set(RULES.map(({ id }) => id)).size, RULES.length);
  await checkRules(engine, RULES);
  assert.deepEqual(RULES.flatMap(strangeNames), []);
});

for (const rule of RULES) {
  test(`${rule.id} accepts and rejects what it says, and every break of it is seen`, async () => {
    assert.ok(rule.accepts.length > 0 && rule.rejects.length > 0);
    assert.deepEqual(await misjudged(engine, rule), []);
    const unseen: string[] = [];
    for (const assertion of await breaksOf(rule)) {
      if ((await misjudgedOrFailed(rule, assertion)) === 0) unseen.push(assertion);
    }
    assert.deepEqual(unseen, [], `breaks of: ${rule.assert}`);
  });
}

async function misjudgedOrFailed(rule: Rule, assertion: string): Promise<number> {
  try {
    return (await misjudgedBy(engine, rule, assertion)).length;
  } catch {
    return 1; // a break that no longer runs is seen
  }
}

/** The predicate broken: TRUE, FALSE, NULL, negated, each comparison turned, each constant changed, each conjunction swapped. */
async function breaksOf({ assert: assertion }: Rule): Promise<readonly string[]> {
  const [row] = await engine.rows(sql`SELECT json_serialize_sql(${predicateStatement(assertion)}) AS tree`);
  const broken = [
    ...new Set(mutations(parseTree(String(row?.['tree']))).map((tree) => JSON.stringify(tree))),
  ];
  const texts: string[] = [];
  for (const tree of broken) {
    const [text] = await engine.rows(sql`SELECT json_deserialize_sql(${tree}) AS text`);
    texts.push(String(text?.['text']).replace(/^SELECT\s+/, ''));
  }
  return ['TRUE', 'FALSE', 'CAST(NULL AS BOOLEAN)', `NOT (${assertion})`, ...texts];
}

/** Locations are 64-bit numbers, which JSON.parse would round: they are left out of what is broken. */
function parseTree(text: string): SyntaxNode {
  return JSON.parse(text, (key, value: unknown) => (key === 'query_location' ? 0 : value));
}

const TRUTH: { readonly [text: string]: string } = { t: 'f', f: 't' };

const TURNED: { readonly [type: string]: readonly string[] } = {
  COMPARE_GREATERTHAN: ['COMPARE_GREATERTHANOREQUALTO', 'COMPARE_LESSTHAN'],
  COMPARE_GREATERTHANOREQUALTO: ['COMPARE_GREATERTHAN', 'COMPARE_LESSTHANOREQUALTO'],
  COMPARE_LESSTHAN: ['COMPARE_LESSTHANOREQUALTO', 'COMPARE_GREATERTHAN'],
  COMPARE_LESSTHANOREQUALTO: ['COMPARE_LESSTHAN', 'COMPARE_GREATERTHANOREQUALTO'],
  COMPARE_EQUAL: ['COMPARE_NOTEQUAL'],
  COMPARE_NOTEQUAL: ['COMPARE_EQUAL'],
  COMPARE_DISTINCT_FROM: ['COMPARE_NOT_DISTINCT_FROM', 'COMPARE_NOTEQUAL'],
  COMPARE_IN: ['COMPARE_NOT_IN'],
  COMPARE_NOT_IN: ['COMPARE_IN'],
  OPERATOR_IS_NULL: ['OPERATOR_IS_NOT_NULL'],
  OPERATOR_IS_NOT_NULL: ['OPERATOR_IS_NULL'],
  CONJUNCTION_AND: ['CONJUNCTION_OR'],
  CONJUNCTION_OR: ['CONJUNCTION_AND'],
};

function mutations(node: SyntaxNode): readonly SyntaxNode[] {
  const turned = (TURNED[String(node['type'])] ?? []).map((type) => ({ ...node, type }));
  return [...turned, ...changedConstants(node), ...changedBelow(node)];
}

function changedConstants(node: SyntaxNode): readonly SyntaxNode[] {
  const value = node['value'];
  if (node['class'] !== 'CONSTANT' || !isNode(value)) return [];
  const was = value['value'];
  const others =
    typeof was === 'number'
      ? [was + 1, was - 1]
      : typeof was === 'boolean'
        ? [!was]
        : [TRUTH[String(was)] ?? `${String(was)}x`];
  return others.map((other) => ({ ...node, value: { ...value, value: other } }));
}

function changedBelow(node: SyntaxNode): readonly SyntaxNode[] {
  if (childrenOf(node).length === 0) return [];
  return Object.entries(node).flatMap(([key, value]) => {
    if (isNode(value) && key !== 'type' && key !== 'value')
      return mutations(value).map((below) => ({ ...node, [key]: below }));
    if (!Array.isArray(value)) return [];
    return value.flatMap((child: unknown, at) =>
      isNode(child) ? mutations(child).map((below) => ({ ...node, [key]: value.with(at, below) })) : [],
    );
  });
}
