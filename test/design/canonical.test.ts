import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import fc from 'fast-check';
import { beginSurvey } from '../../src/collect/survey.ts';
import { normalised, plainText } from '../../src/design/canonical.ts';
import { openEngine } from '../../src/engine/duckdb.ts';
import { sql, valuesTable } from '../../src/engine/sql.ts';

const engine = await openEngine({ memory: '512MB' });
after(() => engine.close());

type Line = {
  readonly amount: string | null;
  readonly free_text: string | null;
  readonly raw: string | null;
};

async function lines(
  amounts: readonly string[],
  texts: readonly string[],
  marks = true,
): Promise<readonly Line[]> {
  const rows = amounts.map((amount, at) => [1, at + 1, amount, texts[at] ?? '']);
  const source = sql`SELECT submission, ordinal, CAST(amount AS VARCHAR) AS amount, CAST(free_text AS VARCHAR) AS free_text FROM ${valuesTable('v', ['submission', 'ordinal', 'amount', 'free_text'], rows)}`;
  return engine.rows<Line>(
    sql`SELECT amount, free_text, raw FROM (${normalised(source, 'settlement', ['amount', 'free_text'], { marks, blanks: true })}) ORDER BY ordinal`,
  );
}

const ARABIC = '٠١٢٣٤٥٦٧٨٩';
const WRITTEN: readonly ((whole: string, cents: string) => string)[] = [
  (whole, cents) => `${whole}.${cents}`,
  (whole, cents) => `${whole},${cents}`,
  (whole, cents) => `${grouped(whole, ' ')},${cents}`,
  (whole, cents) => `${grouped(whole, '\u00A0')},${cents}`,
  (whole, cents) => `${grouped(whole, '\u202F')}.${cents}`,
  (whole, cents) => ` ${whole}.${cents}\t`,
  (whole, cents) => `\u200F${whole}.${cents}\u200E`,
  (whole, cents) => `${arabic(whole)}٫${arabic(cents)}`,
  (whole, cents) => (whole.length > 3 ? `${grouped(whole, '.')},${cents}` : `${whole},${cents}`),
  (whole, cents) => (whole.length > 3 ? `${grouped(whole, ',')}.${cents}` : `${whole}.${cents}`),
];

test('an amount in any writing becomes the same decimal number, and what came is kept', async () => {
  const amount = fc.tuple(fc.nat(99_999_999), fc.nat(99), fc.nat(WRITTEN.length - 1));
  await fc.assert(
    fc.asyncProperty(fc.array(amount, { minLength: 1, maxLength: 40 }), async (amounts) => {
      const cents = (value: number) => String(value).padStart(2, '0');
      const written = amounts.map(([whole, part, way]) => WRITTEN[way]?.(String(whole), cents(part)) ?? '');
      const found = await lines(written, []);
      found.forEach((line, at) => {
        const [whole = 0, part = 0] = amounts[at] ?? [];
        const plain = `${whole}.${cents(part)}`;
        assert.equal(line.amount, plain, JSON.stringify(written[at]));
        const came = line.raw === null ? undefined : JSON.parse(line.raw).amount;
        assert.equal(came ?? line.amount, written[at]);
      });
    }),
    { numRuns: 25 },
  );
});

test('a text is normalised in SQL as in TypeScript, and a second time changes nothing', async () => {
  const piece = fc.constantFrom(
    'a',
    'é',
    ' ',
    '\u00A0',
    '\u200F',
    '٣',
    '۴',
    'م',
    '\t',
    '"',
    "'",
    'x',
    '\u2066',
    '=',
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.string({ unit: piece, minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 40 }),
      async (texts) => {
        const found = await lines(
          texts.map(() => '1'),
          texts,
        );
        const expected = texts.map((text) => plainText(text) || null);
        assert.deepEqual(
          found.map(({ free_text }) => free_text),
          expected,
        );
        const again = await lines(
          texts.map(() => '1'),
          expected.map((text) => text ?? 'x'),
        );
        assert.ok(again.every(({ raw }) => raw === null));
      },
    ),
    { numRuns: 25 },
  );
});

test('what is no plain amount is left as it came', async () => {
  const odd = ['1e3', '1.2.3', '12,34,5', 'abc', '--1', '1,2.3', '(5)'];
  assert.deepEqual(
    (await lines(odd, [])).map(({ amount }) => amount),
    odd,
  );
});

test('a survey counts the records that were written but for empty ones at the end, wherever the chunks are cut', () => {
  const field = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', 'é', '\r', '٣'), maxLength: 6 });
  fc.assert(
    fc.property(
      fc.array(fc.tuple(field, field), { maxLength: 20 }),
      fc.integer({ min: 1, max: 9 }),
      (rows, size) => {
        const quoted = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
        const bytes = Buffer.from(rows.map(([one, two]) => `${quoted(one)},${quoted(two)}\n`).join(''));
        const surveyor = beginSurvey(0, ',');
        for (let at = 0; at < bytes.length; at += size) surveyor.look(bytes.subarray(at, at + size));
        const { records, utf8, marks, odd } = surveyor.result();
        const told = rows.flatMap(([one, two], at) => (/٣/.test(one + two) ? [at + 1] : []));
        assert.ok(told.every((record) => odd?.includes(record) === true));
        const plain = rows.flatMap(([one, two], at) => (/^[aé]*$/.test(one + two) ? [at + 1] : []));
        // A break within quotes may stand at an end of the neighbour's bytes; alone they are no odd ones.
        if (rows.every(([one, two]) => /^[aé٣]*$/.test(one + two)))
          assert.ok(plain.every((record) => odd?.includes(record) === false));
        assert.deepEqual(
          { records, utf8, marks },
          {
            records: rows.findLastIndex(([one, two]) => one + two !== '') + 1,
            utf8: true,
            marks: bytes.includes('٣'),
          },
        );
      },
    ),
  );
});

function grouped(whole: string, separator: string): string {
  return whole.replace(/\B(?=(\d{3})+$)/g, separator);
}

function arabic(digits: string): string {
  return [...digits].map((digit) => ARABIC[Number(digit)]).join('');
}
