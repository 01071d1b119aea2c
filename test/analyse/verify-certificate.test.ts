// The verifier by itself, on a table small enough to be checked by hand: each thing that an attacker knows is broken once.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Certificate, ProvenFacts } from '../../src/analyse/certificate.ts';
import { verifyCertificate } from '../../src/analyse/verify-certificate.ts';

/** Two blanks and a printed part make a printed total; a year before, a base; steps of ten. */
const [TOTAL, A, B, C, BASE] = [0, 1, 2, 3, 4];
const FACTS: ProvenFacts = {
  system: { rows: [{ cells: [TOTAL, A, B, C], signs: [1, -1, -1, -1] }] },
  ...{ values: [1000n, 300n, 400n, 300n, 900n], sizes: [1000n, 300n, 400n, 300n, 900n] },
  ...{ needs: [0n, 40n, 0n, 0n, 0n], steps: [10n, 10n, 10n, 10n, 10n], bounded: new Set() },
  stakes: [
    [],
    [
      { holding: 0, amount: 250n },
      { holding: 1, amount: 50n },
    ],
    [{ holding: 2, amount: 300n }],
    [],
    [],
  ],
  ...{ p: { numerator: 20n, denominator: 1n }, ratios: [] },
};

type Witness = Certificate['witnesses'][number];
const SHIFT: Witness = { movers: [0, 2], cells: [A, B], moves: [40n, -40n], mirrored: true };
const OWN: Witness = { movers: [1, 2], cells: [A, B], moves: [10n, -10n], mirrored: true };
const OTHER: Witness = { movers: [0, 1], cells: [A, B], moves: [40n, -40n], mirrored: true };
const ALL = [SHIFT, OWN, OTHER];

const unproven = (witnesses: readonly Witness[], facts = FACTS, more: Partial<Certificate> = {}) =>
  verifyCertificate(facts, { suppressed: [A, B], witnesses, ...more }, 'all');
const publicly = (witness: Partial<Witness>, facts = FACTS, more: Partial<Certificate> = {}) =>
  verifyCertificate(
    facts,
    { suppressed: [A, B], witnesses: [{ ...SHIFT, movers: null, ...witness }], ...more },
    'public',
  );

test('a whole proof passes, against the public and against each holding, and nothing in it is to spare', () => {
  assert.deepEqual(unproven(ALL), []);
  for (const at of ALL.keys()) assert.deepEqual(unproven(ALL.toSpliced(at, 1)), [A], `without ${at}`);
  assert.deepEqual(publicly({}), []);
  assert.deepEqual(publicly({ moves: [39n, -39n] }), [A], 'one short');
  const wider = { ...FACTS, needs: [0n, 55n, 0n, 0n, 0n] };
  const far = (short: bigint) => [
    { ...SHIFT, moves: [55n, -55n] },
    OWN,
    { ...OTHER, moves: [55n - short, short - 55n] },
  ];
  assert.deepEqual(unproven(far(0n), wider), []);
  assert.deepEqual(unproven(far(5n), wider), [A], 'who contributes nothing is to be as unsure as the public');
});

test('sums hold to the hundredth', () => {
  assert.deepEqual(publicly({ moves: [40n, -39n] }), [A]);
  assert.deepEqual(publicly({ cells: [A], moves: [40n] }), [A]);
  const linked = { ...FACTS, system: { rows: [...FACTS.system.rows, { cells: [BASE, A], signs: [1, -1] }] } };
  assert.deepEqual(publicly({}, linked), [A], 'a second sum through the same cell');
});

test('what is printed reads the same: a level by its step, or exactly where it has none', () => {
  const through = (by: bigint) => publicly({ cells: [A, B, C], moves: [40n, -40n - by, by] });
  assert.deepEqual(through(4n), []);
  assert.deepEqual(through(5n), [A]);
  const exact = { ...FACTS, steps: FACTS.steps.map(() => 0n) };
  assert.deepEqual(publicly({ cells: [A, B, C], moves: [40n, -44n, 4n] }, exact), [A]);
  const little = { ...FACTS, needs: [0n, 4n, 0n, 0n, 0n] };
  const slight = { cells: [A, B], moves: [4n, -4n] };
  assert.deepEqual(publicly(slight, little), []);
  assert.deepEqual(publicly(slight, little, { suppressed: [B] }), [A], 'a protected cell that is printed');
});

test('a printed ratio reads the same; one of a blank, or one left out, says nothing unless it was printed elsewhere', () => {
  const growth = {
    over: [
      { cell: TOTAL, factor: 100n },
      { cell: BASE, factor: -100n },
    ],
    ...{ under: BASE, step: { numerator: 1n, denominator: 10n }, isNew: true },
  };
  const moved = { cells: [A, B, TOTAL], moves: [40n, -36n, 4n] };
  const facts = (ratio: object) => ({ ...FACTS, ratios: [{ ...growth, ...ratio }] });
  assert.deepEqual(publicly(moved), []);
  assert.deepEqual(publicly(moved, facts({})), [A], '11.1 % is 11.6 % there');
  assert.deepEqual(publicly(moved, facts({}), { omitted: [0] }), []);
  assert.deepEqual(
    publicly(moved, facts({ isNew: false }), { omitted: [0] }),
    [A],
    'what was printed before',
  );
  const gone = { cells: [A, B, BASE], moves: [40n, -40n, -900n], mirrored: false };
  const unsaid = publicly(gone, { ...facts({}), steps: FACTS.steps.with(BASE, 10_000n) });
  assert.deepEqual(unsaid, [A], 'over nothing there is no growth');
  const share = { over: [{ cell: A, factor: 100n }], under: TOTAL };
  assert.deepEqual(publicly({}, facts(share)), [], 'of a blank');
  assert.deepEqual(publicly({}, facts({ ...share, isKnown: true })), [A], '30.0 % is known');
  assert.deepEqual(publicly({}, facts({ ...share, isKnown: true }), { omitted: [0] }), [A]);
  const level = { over: [{ cell: A, factor: 1n }], under: null, isKnown: true };
  assert.deepEqual(publicly({}, facts({ ...level, step: { numerator: 10n, denominator: 1n } })), [A]);
  assert.deepEqual(publicly({}, facts({ ...level, step: { numerator: 600n, denominator: 1n } })), [A]);
  assert.deepEqual(publicly({}, facts({ ...level, step: { numerator: 1000n, denominator: 1n } })), []);
});

test('a flow falls to nothing at most, a revision moves no further than it is; whoever stands still keeps its own', () => {
  const far = { moves: [300n, -300n] };
  assert.deepEqual(publicly(far), []);
  assert.deepEqual(publicly({ moves: [301n, -301n] }), [A], 'the other side would be less than nothing');
  const rise: Partial<Witness> = { moves: [399n, -399n], mirrored: false };
  const both = [
    { ...SHIFT, movers: null, ...rise },
    { ...SHIFT, movers: null, moves: [-299n, 299n], mirrored: false },
  ];
  const prove = (facts: ProvenFacts) =>
    verifyCertificate(facts, { suppressed: [A, B], witnesses: both }, 'public');
  assert.deepEqual(prove(FACTS), []);
  assert.deepEqual(prove({ ...FACTS, bounded: new Set([A]) }), [A]);
  assert.deepEqual(
    unproven(ALL.with(2, { ...OTHER, moves: [101n, -101n] })),
    [A],
    'holding 2 has 300 of the 400',
  );
  const alone = { ...FACTS, stakes: FACTS.stakes.with(B, [{ holding: 2, amount: 400n }]) };
  const up: Witness = { ...OTHER, cells: [A, C], mirrored: false };
  const down: Witness = { ...OTHER, moves: [-40n, 40n], mirrored: false };
  const apart = { suppressed: [A, B, C] };
  assert.deepEqual(unproven([SHIFT, OWN, up, down], FACTS, apart), []);
  assert.deepEqual(unproven([SHIFT, OWN, up, down], alone, apart), [A], 'who is all of a cell knows it');
  assert.deepEqual(unproven(ALL.with(0, { ...SHIFT, movers: [0, 1, 2] })), [A], 'nobody stands still');
  assert.deepEqual(unproven(ALL.with(0, { ...SHIFT, movers: null })), [A], 'for the public alone');
});

test('any one number of a proof that is changed is seen, or the proof is as good as it was', () => {
  const CHANGE = fc.record({ at: fc.nat(2), place: fc.nat(1), by: fc.bigInt({ min: -500n, max: 500n }) });
  fc.assert(
    fc.property(CHANGE, ({ at, place, by }) => {
      const witness = ALL[at] ?? SHIFT;
      const moves = witness.moves.map((move, own) => (own === place ? move + by : move));
      assert.deepEqual(unproven(ALL.with(at, { ...witness, moves })), by === 0n ? [] : [A]);
    }),
    { seed: 12 },
  );
  for (const damage of [{ moves: [40n] }, { cells: [A, A] }, { cells: [A, 9] }, { cells: [], moves: [] }])
    assert.deepEqual(publicly(damage), [A]);
});
