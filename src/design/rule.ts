// What a validation rule may say: the functions and the facts of a line that its predicate may name.
// GSBPM 5.3. The list of functions is what another SQL engine would have to provide.

import type { Rule } from './domain.ts';
import { FACTS } from './facts.ts';

/** Functions and operators, as DuckDB's syntax tree names them. */
const RULE_FUNCTIONS: readonly string[] = [
  '+',
  '-',
  '*',
  'abs',
  'length',
  'substr',
  'lower',
  'upper',
  'trim',
];

/** Types that a predicate may cast to. */
const RULE_TYPES: readonly string[] = ['BOOLEAN', 'DATE', 'DECIMAL', 'INTEGER', 'VARCHAR'];

const OPERATORS: readonly string[] = [
  'OPERATOR_NOT',
  'OPERATOR_IS_NULL',
  'OPERATOR_IS_NOT_NULL',
  'OPERATOR_COALESCE',
  'COMPARE_IN',
  'COMPARE_NOT_IN',
];

/** A node of the syntax tree that `json_serialize_sql` gives. */
export type SyntaxNode = { readonly [key: string]: unknown };
export type Objection = { readonly found: string; readonly expected: string };

/** The statement whose syntax tree shows a predicate; on a line of its own, so that a comment in it closes nothing. */
export function predicateStatement(assertion: string): string {
  return `SELECT (\n${assertion}\n)`;
}

/** What a predicate says that it may not; empty for a good one. `tree` is parsed from `json_serialize_sql`. */
export function objections(tree: unknown, kind: Rule['kind']): readonly Objection[] {
  if (!isNode(tree) || tree['error'] === true) {
    const message = isNode(tree) ? String(tree['error_message']) : 'nothing';
    return [{ found: message, expected: 'one SQL predicate' }];
  }
  const expression = soleExpression(tree);
  if (expression === undefined) return [{ found: 'more than one expression', expected: 'one SQL predicate' }];
  return judge(expression, kindsOf(kind));
}

/** Parts of a statement that a lone expression does not have. */
const CLAUSES = ['where_clause', 'having', 'qualify', 'sample'] as const;
const LISTS = ['modifiers', 'group_expressions'] as const;

/** The one expression of a statement `SELECT (…)`; undefined when there is anything else in it. */
function soleExpression(tree: SyntaxNode): SyntaxNode | undefined {
  const statements = listOf(tree['statements']);
  const select = asNode(statements[0]?.['node']);
  const expressions = listOf(select?.['select_list']);
  const from = asNode(select?.['from_table']);
  const alone = statements.length === 1 && expressions.length === 1 && from?.['type'] === 'EMPTY';
  const bare =
    CLAUSES.every((clause) => select?.[clause] === null) &&
    LISTS.every((list) => listOf(select?.[list]).length === 0);
  return alone && bare ? expressions[0] : undefined;
}

/** The nodes directly below a node. */
export function childrenOf(node: SyntaxNode): readonly SyntaxNode[] {
  return Object.values(node).flatMap((value) => {
    if (Array.isArray(value)) return value.filter(isNode);
    return isNode(value) ? [value] : [];
  });
}

export function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

type Kinds = readonly ('settlement' | 'enterprise')[];

function kindsOf(kind: Rule['kind']): Kinds {
  return kind === 'both' ? ['settlement', 'enterprise'] : [kind];
}

const JUDGES: { readonly [kind: string]: (node: SyntaxNode, kinds: Kinds) => Objection | undefined } = {
  COLUMN_REF: judgeColumn,
  FUNCTION: ({ function_name: name }) =>
    RULE_FUNCTIONS.includes(String(name))
      ? undefined
      : { found: `the function ${String(name)}`, expected: `one of ${RULE_FUNCTIONS.join(' ')}` },
  OPERATOR: ({ type }) =>
    OPERATORS.includes(String(type))
      ? undefined
      : { found: `the operator ${String(type)}`, expected: `one of ${OPERATORS.join(' ')}` },
  CAST: ({ cast_type: type }) =>
    RULE_TYPES.includes(String(asNode(type)?.['id']))
      ? undefined
      : { found: `a cast to ${String(asNode(type)?.['id'])}`, expected: `one of ${RULE_TYPES.join(' ')}` },
  CONJUNCTION: () => undefined,
  COMPARISON: () => undefined,
  BETWEEN: () => undefined,
  CASE: () => undefined,
  CONSTANT: () => undefined,
};

function judge(node: SyntaxNode, kinds: Kinds): readonly Objection[] {
  const own = judgeClass(node, kinds);
  const below = childrenOf(node).flatMap((child) => judge(child, kinds));
  return own === undefined ? below : [own, ...below];
}

function judgeClass(node: SyntaxNode, kinds: Kinds): Objection | undefined {
  if (typeof node['class'] !== 'string') return undefined;
  const one = JUDGES[node['class']];
  if (one !== undefined) return one(node, kinds);
  return {
    found: `an expression of class ${node['class']}`,
    expected: 'comparisons, arithmetic, CASE and the functions listed',
  };
}

function judgeColumn({ column_names: names }: SyntaxNode, kinds: Kinds): Objection | undefined {
  const path = Array.isArray(names) ? names.map(String) : [];
  const name = path.join('.');
  const missing = kinds.filter((kind) => FACTS[kind][name] === undefined);
  if (missing.length === 0) return undefined;
  return { found: `the column ${name}`, expected: `a fact of a line of kind ${missing.join(' and ')}` };
}

function listOf(value: unknown): readonly SyntaxNode[] {
  return Array.isArray(value) ? value.filter(isNode) : [];
}

function asNode(value: unknown): SyntaxNode | undefined {
  return isNode(value) ? value : undefined;
}
